const ROWS: readonly (readonly [string, string, string, string, string, string])[] = [
  ['HGNC:427', 'ALK', 'Approved', 'CD246', '', 'ENSG00000171094'],
  ['HGNC:3430', 'ERBB2', 'Approved', '"HER-2|CD340|HER2"', 'NGL', 'ENSG00000141736'],
  ['HGNC:10261', 'ROS1', 'Approved', 'c-ros-1', '"MCF3|ROS"', 'ENSG00000047936'],
  ['HGNC:8760', 'PDCD1', 'Approved', '"CD279|PD1|PD-1"', '', 'ENSG00000188389'],
  ['HGNC:1717', 'SEPTIN7', 'Approved', '"CDC3|SEPT7A"', '"CDC10|SEPT7"', 'ENSG00000122545'],
  ['HGNC:26077', 'MARCHF1', 'Approved', 'MARCH-I', 'MARCH1', 'ENSG00000145416'],
  ['HGNC:26189', 'MTARC1', 'Approved', 'FLJ22390', '"MOSC1|MARC1"', 'ENSG00000186205'],
  ['HGNC:20', 'AARS1', 'Approved', '"CMT2N|AlaRS"', 'AARS', 'ENSG00000090861'],
  ['HGNC:7', 'A2M', 'Approved', '"FWP007|S863-7|CPAMD5"', '', 'ENSG00000175899'],
  // Two genes that share an alias, and an entry that was taken back: of the kinds that the table has, with names of our own.
  ['HGNC:900001', 'MADE1', 'Approved', 'SHARED', '', ''],
  ['HGNC:900002', 'MADE2', 'Approved', '"SHARED|ALK"', '', ''],
  ['HGNC:900003', 'GONE1~withdrawn', 'Entry Withdrawn', '', '', ''],
];

/** Some genes in the form of HGNC's complete set: their names are HGNC's, where no remark says otherwise. */
export const madeSymbols = [
  'hgnc_id\tsymbol\tlocus_type\tstatus\talias_symbol\tprev_symbol\tensembl_gene_id',
  ...ROWS.map(([id, symbol, status, alias, prev, ensembl]) =>
    [id, symbol, 'gene', status, alias, prev, ensembl].join('\t'),
  ),
  '',
].join('\n');

import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json } from './json.js';
import { DEMO_MODELS, openTestGateway, type Reply, type TestGateway } from './open-test-gateway.js';
import type { StoreKind } from './stores.js';

export const GENE_FIXTURES = join(process.cwd(), 'test/fixtures/transcriptomics');
export const DEMO_PANEL = join(DEMO_MODELS, 'demo-her2st-expr/1/genes.txt');

export const IMPORT_PANEL = `mutation Panel($input: ImportGenePanelInput!) { importGenePanel(input: $input) {
  id name version digest namespace organism source licence geneCount textHref createdAt createdBy usedBy { ref } } }`;
export const IMPORT_SETS = `mutation Sets($input: ImportGeneSetCollectionInput!) { importGeneSetCollection(input: $input) {
  id digest setCount geneCount membershipCount smallestSet largestSet gmtHref } }`;

export const FACTS = {
  name: 'HER2ST',
  version: '1',
  namespace: 'HGNC_AND_CLONES',
  source: 'made here',
  licence: 'CC-BY-4.0',
};
export const OF_DEMO = { ...FACTS, id: 'her2st-2208', path: 'genes.txt', model: 'local:demo-her2st-expr/1' };
export const HALLMARK = {
  ...FACTS,
  id: 'hallmark-7.0',
  name: 'MSigDB Hallmark',
  version: '7.0',
  source: 'MSigDB, doi 10.1016/j.cels.2015.12.004',
  path: 'hallmark.gmt',
};

/** A gateway of two tenants, with the demonstration's panel and MSigDB Hallmark in a slide folder. */
export interface GeneListWorld {
  readonly gateway: TestGateway;
  /** What GSEApy and pandas read from the fixtures. */
  readonly expected: Json;
  /** @param key of the tenant `north`, when not given */
  ask(query: string, variables: object, key?: string): Promise<Reply>;
  importPanel(input: object, key?: string): Promise<Reply>;
  importSets(input: object, key?: string): Promise<Reply>;
}

export async function openGeneListWorld(kind: StoreKind): Promise<GeneListWorld> {
  const gateway = await openTestGateway(kind, {
    keys: { 'north-one': ['READER', 'OPERATOR'], 'north-reader': ['READER'], 'south-one': ['READER', 'OPERATOR'] },
  });
  await copyFile(DEMO_PANEL, join(gateway.slideDir, 'genes.txt'));
  await copyFile(join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt'), join(gateway.slideDir, 'hallmark.gmt'));
  const ask = (query: string, variables: object, key = 'north-one') => gateway.ask(query, { ...variables }, key);
  return {
    gateway,
    expected: JSON.parse(await readFile(join(GENE_FIXTURES, 'expected.json'), 'utf8')),
    ask,
    importPanel: (input, key) => ask(IMPORT_PANEL, { input }, key),
    importSets: (input, key) => ask(IMPORT_SETS, { input }, key),
  };
}

/** The one error of an answer without data: its message and its extensions. */
export async function refusalOf(asked: Promise<Reply>): Promise<Json> {
  const { data, errors } = await asked;
  if (data !== null) throw new Error('it was not refused');
  return { message: errors[0]?.message, ...errors[0]?.extensions };
}

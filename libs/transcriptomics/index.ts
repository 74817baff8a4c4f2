export { checkGenePanel, checkGeneSets, type CheckGeneListOptions } from './check-gene-list.js';
export type { CheckedGenePanel, CheckedGeneSets, GeneListSource } from './gene-list.types.js';
export { identifierProblem, type GeneNamespace } from './gene-namespace.js';
export {
  firstDifference,
  GENE_PANEL_LIMITS,
  parseGenePanel,
  type GenePanel,
  type GenePanelOptions,
} from './gene-panel.js';
export { geneSetOfLine, GMT_LIMITS, parseGmt, type GeneSet, type GeneSetFile, type GmtOptions } from './gmt.js';
export { HGNC_LIMITS, parseHgncTable, type HgncGene, type SymbolTable } from './hgnc.js';

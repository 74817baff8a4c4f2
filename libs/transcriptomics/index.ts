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
export { GeneNames, undamaged, type NamedGene, type NameKind } from './gene-names.js';
export { HGNC_LIMITS, parseHgncTable, type HgncGene, type SymbolTable } from './hgnc.js';
export { PanelIndex, type PanelGene } from './panel-index.js';
export { sharedNumbers, type ExpressionMatrix } from './scoring/expression-matrix.js';
export { hypergeometricUpperTail, overRepresentation, type SetOverlap } from './scoring/over-representation.js';
export { type ScoringRun } from './scoring/run-plan.js';
export { scoreGeneSets, type GeneSetScores, type ScoringRequest } from './scoring/score-gene-sets.js';
export { DEFAULT_METHODS, GENEPATTERN_WEIGHT, needsCohort, type ScoringMethod } from './scoring/scoring-method.js';
export { type NamedGeneSet, type PassedOverSet, type SelectedSet, type SetSizes } from './scoring/select-sets.js';
export { parseSignature, type Signature } from './signatures/signature.js';
export { missingShare, scoreSignature, type SignatureScore } from './signatures/score-signature.js';
export { scoreMatrix } from './scoring/score-matrix.js';
export type { MatrixScores, MatrixScoringTask, ScoredSet, StoredMatrix } from './scoring/score-matrix.types.js';
export { testOverRepresentation } from './scoring/over-represented.js';
export type { OverRepresented, OverRepresentedTask } from './scoring/over-represented.types.js';

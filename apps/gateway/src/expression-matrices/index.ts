export { AddExpressionMatrices, type MatrixToRead, type StatedMatrixFacts } from './add-expression-matrices.js';
export { ExpressionMatrix } from './expression-matrix.entity.js';
export { ExpressionMatricesModule } from './expression-matrices.module.js';
export { bytesOf, loadMatrix } from './matrix-blob.js';
export { MatrixCatalog } from './matrix-catalog.service.js';
export { MatrixScoresRow } from './matrix-scores.entity.js';
export { matrixNames, matrixRows, readGene } from './matrix-rows.js';
export { ScoreMatrices, scoringSettingsSchema, type ScoringQuestion, type ScoringSettings } from './score-matrices.js';

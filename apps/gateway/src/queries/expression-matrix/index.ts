export {
  ExpressionMatrixFieldResolver,
  ExpressionMatrixResolver,
  MatrixJobResolver,
} from './expression-matrix.resolver.js';
export { MatrixScoresResolver } from './matrix-scores.resolver.js';
export { settingsOf, toSettings } from './settings-input.js';

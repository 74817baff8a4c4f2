export { MatrixSignatureResolver, MatrixSignatureSamplesResolver } from './matrix-signature.resolver.js';
export { SignatureFieldResolver, SignatureResolver, SlideSignatureResolver } from './signature.resolver.js';

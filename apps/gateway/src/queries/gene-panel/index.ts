export { GenePanelFieldResolver, GenePanelResolver } from './gene-panel.resolver.js';
export {
  GeneSetCollectionFieldResolver,
  GeneSetCollectionResolver,
  GeneSetResolver,
} from './gene-set-collection.resolver.js';
export { OverRepresentationResolver } from './over-representation.resolver.js';

export { GenePanel } from './gene-panel.entity.js';
export { GeneSetCollection } from './gene-set-collection.entity.js';
export { GeneCatalog } from './gene-catalog.service.js';
export { GeneCatalogModule } from './gene-catalog.module.js';
export {
  ImportGeneLists,
  type Bringer,
  type ListToRead,
  type NeededVocabulary,
  type StatedListFacts,
} from './import-gene-lists.js';
export { ModelGenes, type GeneQuality, type VersionGenes } from './model-genes.js';
export { ListLines, type ListLine } from './list-lines.js';
export type { Organism } from './gene-list-facts.js';
export { GeneListFacts } from './gene-list-facts.js';
export { ImmutableLists, type GeneListRow } from './immutable-lists.js';
export { checkFacts } from './import-gene-lists.js';
export { Turns } from './turns.js';
export { GeneSignature } from './gene-signature.entity.js';
export { Signatures, type SignatureToRead } from './signatures.js';

import type { GenePanel, GeneSetCollection } from '#gateway/gene-catalog';

/** A panel as the schema has it; what is not here has a resolver. */
export function toGenePanel(panel: GenePanel) {
  return { ...panel, createdAt: panel.createdAt.toISOString(), textHref: `/gene-panels/${panel.digest}/genes.txt` };
}

/** A collection as the schema has it; what is not here has a resolver. */
export function toCollection(collection: GeneSetCollection) {
  const gmtHref = `/gene-set-collections/${collection.digest}/sets.gmt`;
  return { ...collection, createdAt: collection.createdAt.toISOString(), gmtHref };
}

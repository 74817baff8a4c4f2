import type { CardTarget, ExtractorContract, ModelCard } from './card/model-card.js';
import type { ModelVersion } from './registered-model.js';
import type { RegistrySnapshot } from './registry-snapshot.js';

/** The versions that a version is put together of: an ensemble's members, an alignment's towers. */
export function componentNames({ identity, alignment }: ModelCard): readonly { model: string; version: string }[] {
  return [...(identity.ensemble?.members ?? []), ...(alignment?.towers ?? []).map((tower) => tower.model)];
}

/** The encoders whose features a version takes, its own and those that its towers project, each with its place in the card. */
export function namedEncoders({ extractor, alignment }: ModelCard): readonly NamedEncoder[] {
  const ofTowers = (alignment?.towers ?? []).flatMap(({ encoder }, i) =>
    encoder ? [{ pointer: `/alignment/towers/${i}/encoder`, contract: encoder }] : [],
  );
  return [...(extractor ? [{ pointer: '/extractor', contract: extractor }] : []), ...ofTowers];
}

/** The members that a version's question is put to: those of an ensemble without a model file of its own, in its card's order; else none. */
export function membersAsked({ identity, artifacts }: ModelCard): readonly { model: string; version: string }[] {
  const hasFile = artifacts.some(({ role }) => role === 'MODEL');
  return hasFile ? [] : (identity.ensemble?.members ?? []);
}

/** Whether a version's scores are shares of its members' votes: of an ensemble without a model file of its own whose card says MAJORITY. */
export function isCountingVotes(card: ModelCard): boolean {
  return card.identity.ensemble?.combine === 'MAJORITY' && membersAsked(card).length > 0;
}

/** The columns of its tensor's last dimension that are a target's own. */
export function columnsOf(
  { columns, tensor }: CardTarget,
  { tensors }: Pick<ModelCard['output'], 'tensors'>,
): { readonly first: number; readonly count: number } {
  return columns ?? { first: 0, count: tensors.find(({ name }) => name === tensor)?.shape.at(-1) ?? 1 };
}

interface NamedEncoder {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly contract: ExtractorContract;
}

/**
 * What must run for a version to run: the version itself, or its components where it has no model file of its own. The registry keeps no
 * version in service whose components are not; should one be missing all the same, the version stands for it, which nothing can run.
 */
export function runningParts(version: ModelVersion, snapshot: RegistrySnapshot): readonly ModelVersion[] {
  const components = componentNames(version.card);
  const hasFile = version.card.artifacts.some(({ role }) => role === 'MODEL');
  if (hasFile || components.length === 0) return [version];
  return components.map(({ model, version: number }) => snapshot.find(version.source, model, number) ?? version);
}

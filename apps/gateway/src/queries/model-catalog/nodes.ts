import { Catalogue, type ModelVersion, type RegisteredModel, type RegistrySnapshot } from '#model-registry';
import { toAliasProposal, toModelVersion, toRollout } from './to-model-version.js';

/** A RegisteredModel of the schema. */
export function modelNode(model: RegisteredModel, snapshot: RegistrySnapshot) {
  return {
    source: model.source,
    name: model.name,
    aliases: model.aliases,
    description: model.notes.description,
    tags: model.notes.tags.map(({ key, value, by, at }) => ({ key, value, setBy: by, setAt: at })),
    aliasProposals: model.proposals.map(toAliasProposal),
    rollouts: model.serving.rollouts.map((rollout) => toRollout(rollout, model)),
    versions: () => model.versions.map((version) => versionNode(version, snapshot)),
  };
}

/** A ModelVersion of the schema, with the terms that hold in this snapshot. */
export function versionNode(version: ModelVersion, snapshot: RegistrySnapshot) {
  return toModelVersion(version, Catalogue.of(snapshot).licenceOf(version));
}

/** What the resolvers of a ModelVersion's own fields are given. */
export interface VersionParent {
  readonly registered: ModelVersion;
}

import { createHash } from 'node:crypto';
import { type Provenance } from '#graphql/generated/schema-types';
import {
  armOf,
  BUCKETS,
  type ModelVersion,
  parseModelRef,
  type RegisteredModel,
  type RegistrySnapshot,
  type Rollout,
} from '#model-registry';

/** Which rollout chose a version for a slide. */
export interface ChosenArm {
  readonly rollout: Rollout;
  readonly model: RegisteredModel;
  readonly bucket: number;
}

/** The version that a question is put to, and what chose it; null where the reference alone did. */
export interface Resolved {
  readonly version: ModelVersion;
  readonly arm: ChosenArm | null;
}

/**
 * Step 1. A reference becomes one immutable version, by the snapshot that the whole operation uses. Where the alias has a rollout, the
 * slide decides: the same slide meets the same version as long as the rollout stays.
 */
export function resolveModel(snapshot: RegistrySnapshot, ref: string, slideId: string): Resolved {
  const parsed = parseModelRef(ref);
  const target = snapshot.resolve(parsed);
  if (parsed.selector.kind === 'VERSION') return { version: target, arm: null };
  const { alias } = parsed.selector;
  const model = snapshot.model(target.source, target.name);
  const rollout = model?.serving.rollouts.find((candidate) => candidate.alias === alias);
  // An alias that was moved since means the version that it points at: the rollout was written for another one.
  if (!model || rollout?.target !== target.version) return { version: target, arm: null };
  const bucket = bucketOf(rollout.salt, slideId);
  const chosen = versionOf(model, armOf(rollout.arms, bucket));
  // A version that is out of service gets no slide; where the alias points is always in service.
  return { version: chosen ?? target, arm: { rollout, model, bucket } };
}

/** The bucket of a slide, 0 to 9,999: the first six bytes of SHA-256 over salt and id. */
export function bucketOf(salt: string, slideId: string): number {
  return createHash('sha256').update(`${salt}\n${slideId}`).digest().readUIntBE(0, 6) % BUCKETS;
}

/** The versions that may answer in the place of the chosen one, in the order of the rollout. */
export function fallbacksOf({ version, arm }: Resolved): readonly ModelVersion[] {
  if (!arm) return [];
  const versions = arm.rollout.fallback.flatMap((number) => versionOf(arm.model, number) ?? []);
  return versions.filter(({ digest }) => digest !== version.digest);
}

/** The version that gets a copy of the question, if the slide is one of the sample. */
export function shadowOf({ version, arm }: Resolved, slideId: string): ModelVersion | null {
  const shadow = arm?.rollout.shadow;
  if (!arm || !shadow || bucketOf(`${arm.rollout.salt} shadow`, slideId) >= shadow.buckets) return null;
  const found = versionOf(arm.model, shadow.version);
  return found && found.digest !== version.digest ? found : null;
}

function versionOf({ versions }: RegisteredModel, number: string | null): ModelVersion | null {
  return versions.find(({ version }) => version === number) ?? null;
}

/** Why this version answered, where it was more than the reference. */
export function armShown({ arm }: Resolved, isFallback: boolean): Provenance['rollout'] {
  if (!arm) return null;
  const { alias, revision } = arm.rollout;
  return { alias, revision, bucket: arm.bucket, isFallback };
}

import {
  BUCKETS,
  type EffectiveLicence,
  type ModelVersion,
  type RegisteredCalibration,
  type RegisteredModel,
  type Rollout,
  sizeOf,
  type SourceStatus,
} from '#model-registry';
import { toThreshold } from '../slide-prediction/index.js';

/** A registered version as the API shows it: most of it stands in the card already, under the same names. */
export function toModelVersion(registered: ModelVersion, licence: EffectiveLicence) {
  const { card } = registered;
  return {
    registered,
    ref: registered.ref,
    source: registered.source,
    name: registered.name,
    version: registered.version,
    digest: registered.digest,
    aliases: registered.aliases,
    title: card.identity.title,
    description: card.identity.description,
    task: card.task.kind,
    level: card.task.level,
    intendedUse: card.intendedUse,
    // Terms that nobody else makes stricter come from the version itself.
    licence: { ...licence, inheritedFrom: licence.inheritedFrom ?? registered.ref, registered },
    extractor: card.extractor ? { ...card.extractor, dimension: card.extractor.dim } : null,
    // With their evidence and intervals they are work, and most lists do not show them.
    calibrations: () => registered.calibrations.map(toCalibration),
    evaluation: card.provenance.evaluation,
    trainedOn: card.provenance.trainedOn,
    notes: registered.notes,
    registeredAt: registered.registeredAt,
    artifacts: card.artifacts.map((artifact) => ({ ...artifact, href: hrefOf(registered.digest, artifact.path) })),
    card,
  };
}

function hrefOf(digest: string, path: string): string {
  return `/model-versions/${digest}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function toCalibration({ record, digest, retirement, addition }: RegisteredCalibration) {
  return {
    id: record.id,
    digest,
    target: record.target,
    class: record.class ?? null,
    statement: record.statement,
    method: record.map.method,
    ...record.stratum,
    operatingPoints: record.operatingPoints.map(toThreshold),
    addedBy: addition?.by ?? null,
    addedAt: addition?.at ?? null,
    retiredAt: retirement?.at ?? null,
    retiredBy: retirement?.by ?? null,
    retiredReason: retirement?.reason ?? null,
    record,
  };
}

export function toAliasProposal({ seq, alias, version, before, by, at }: RegisteredModel['proposals'][number]) {
  return { id: String(seq), alias, version, before, proposedBy: by, proposedAt: at };
}

export function toRollout(rollout: Rollout, { aliases }: Pick<RegisteredModel, 'aliases'>) {
  const { alias, revision, target, salt, arms, shadow, fallback, by, at } = rollout;
  return {
    alias,
    revision,
    target,
    isInForce: aliases.some((known) => known.alias === alias && known.version === target),
    salt,
    arms: arms.map(({ version, ranges }) => ({ version, percent: (100 * sizeOf(ranges)) / BUCKETS })),
    shadow: shadow && { version: shadow.version, percent: (100 * shadow.buckets) / BUCKETS },
    fallback,
    setBy: by,
    setAt: at,
  };
}

export function toRegistrySource(source: SourceStatus) {
  return {
    id: source.id,
    kind: source.kind,
    isWritable: source.isWritable,
    state: source.state,
    lastSuccessAt: source.lastSuccessAt,
    ageSeconds: secondsOf(source.ageMs()),
    lastError: source.lastError?.message ?? null,
    lastErrorCode: source.lastError?.code ?? null,
    modelCount: source.counts.models,
    versionCount: source.counts.versions,
    calibrationCount: source.counts.calibrations,
    quarantinedCount: source.counts.quarantined,
    withoutCardCount: source.counts.withoutCard,
    quarantined: source.quarantined,
  };
}

function secondsOf(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

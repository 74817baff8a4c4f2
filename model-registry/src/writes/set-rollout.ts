import { BadUserInput, Conflict } from '#libs/errors';
import { isVersion } from '../model-ref.js';
import type { RegisteredModel } from '../registered-model.js';
import type { ModelRegistry } from '../registry.js';
import { findModel } from './find-model.js';
import { type Rollout, servingOfModel, type Shadow } from './model-serving.js';
import type { NeedsApproval } from './move-alias.js';
import type { WritePlan } from './plan.js';
import type { WriteDecision } from './registry-journal.js';
import type { RegistryWrite } from './registry-write.js';
import { allocateBuckets, type ArmBuckets, type ArmShare, BUCKETS, movedBuckets, sizeOf } from './rollout-buckets.js';

/** What an alias shall mean under traffic. */
export interface SetRollout {
  /** The model without a version. */
  readonly model: string;
  readonly alias: string;
  /** Shares in hundredths of a per cent, which sum to 10,000; null removes the rollout. */
  readonly arms: readonly ArmShare[] | null;
  /** Left out (null), it stays, and is the alias's own for a first rollout. */
  readonly salt: string | null;
  readonly shadow: Shadow | null;
  readonly fallback: readonly string[];
  /** The rollout that the caller believes is there; null for none. */
  readonly expectedRevision: string | null;
}

const SALT = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const MOST_ARMS = 10;

/**
 * Plans what an alias means under traffic.
 * @throws BadUserInput, ModelNotFound, AmbiguousModel; and, when it is decided, Conflict with the rollout that is there
 */
export function planSetRollout(registry: ModelRegistry, asked: SetRollout, needsApproval: NeedsApproval): WritePlan {
  const snapshot = registry.snapshot();
  const model = findModel(snapshot, asked.model);
  const target = checkAsked(asked, model, needsApproval);
  const { source, name } = model;
  const known = rolloutOf(model, asked.alias);
  const arms = armsAfter(asked, known, target);
  const moved = movedBuckets(allBuckets(known, target), arms);
  return {
    source,
    name,
    decide: (writes) => decide(asked, target, writes),
    changes: [
      {
        subject: `rollout of ${source}:${name}@${asked.alias}`,
        before: known && shown(known),
        after: shownArms(asked, arms),
      },
    ],
    notices: [`${(moved / 100).toFixed(2)} % of the slides meet another version than before.`],
    isShownBy: (later) => {
      const shownModel = later.models.find((found) => found.source === source && found.name === name);
      const rollout = shownModel ? rolloutOf(shownModel, asked.alias) : null;
      return asked.arms === null ? rollout === null : JSON.stringify(rollout?.arms) === JSON.stringify(arms);
    },
  };
}

/** @returns the version that the alias points at */
function checkAsked(asked: SetRollout, model: RegisteredModel, needsApproval: NeedsApproval): string {
  const target = model.aliases.find(({ alias }) => alias === asked.alias)?.version;
  if (target === undefined)
    throw new BadUserInput('alias', 'must be an alias of the model that points at a version in service');
  if (needsApproval(asked.alias)) {
    throw new BadUserInput(
      'alias',
      'takes two people to move, and a rollout by one would move it past the second; roll out another alias, and move this one when it is done',
    );
  }
  if (asked.salt !== null && !SALT.test(asked.salt))
    throw new BadUserInput('salt', 'must be 1 to 100 letters, digits or . _ : -');
  if (asked.arms === null) return target;
  checkArms(asked.arms, target, model);
  if (asked.shadow) checkShadow(asked.shadow, model);
  asked.fallback.forEach((version) => checkVersion('fallback', version, model));
  return target;
}

function checkArms(arms: readonly ArmShare[], target: string, model: RegisteredModel): void {
  const versions = arms.map(({ version }) => version);
  if (arms.length > MOST_ARMS) throw new BadUserInput('arms', `must be ${MOST_ARMS} at most`);
  if (new Set(versions).size < versions.length) throw new BadUserInput('arms', 'must name each version once');
  if (!versions.includes(target))
    throw new BadUserInput('arms', 'must name the version that the alias points at, with 0 if it shall get no slide');
  versions.forEach((version) => checkVersion('arms', version, model));
  if (arms.some(({ buckets }) => !Number.isInteger(buckets) || buckets < 0))
    throw new BadUserInput('arms', 'must have shares of 0 to 100 per cent, with two decimals at most');
  if (arms.reduce((sum, { buckets }) => sum + buckets, 0) !== BUCKETS)
    throw new BadUserInput('arms', 'must have shares that sum to 100 per cent');
}

function checkShadow({ version, buckets }: Shadow, model: RegisteredModel): void {
  checkVersion('shadow.version', version, model);
  if (!Number.isInteger(buckets) || buckets < 0 || buckets > BUCKETS)
    throw new BadUserInput('shadow.percent', 'must be 0 to 100, with two decimals at most');
}

function checkVersion(argument: string, version: string, { versions }: RegisteredModel): void {
  if (isVersion(version) && versions.some((known) => known.version === version)) return;
  throw new BadUserInput(argument, 'must name versions of this model that are in service, as in 3');
}

function decide(asked: SetRollout, target: string, writes: readonly RegistryWrite[]): WriteDecision {
  const known = servingOfModel(writes).rollouts.find(({ alias }) => alias === asked.alias) ?? null;
  if ((known?.revision ?? null) !== asked.expectedRevision) throw changedMeanwhile(asked, known);
  if (asked.arms === null) {
    if (!known) return { kind: 'UNCHANGED' };
    return { kind: 'WRITE', content: { kind: 'ROLLOUT_REMOVED', version: null, subject: asked.alias, document: {} } };
  }
  const document = {
    target,
    salt: asked.salt ?? known?.salt ?? asked.alias,
    arms: armsAfter(asked, known, target).map(({ version, ranges }) => ({
      version,
      ranges: ranges.map((range) => [...range] as [number, number]),
    })),
    shadow: asked.shadow && { ...asked.shadow },
    fallback: [...asked.fallback],
  };
  if (known && JSON.stringify(document) === JSON.stringify(shown(known))) return { kind: 'UNCHANGED' };
  return { kind: 'WRITE', content: { kind: 'ROLLOUT_SET', version: null, subject: asked.alias, document } };
}

function armsAfter({ arms }: SetRollout, known: Rollout | null, target: string): readonly ArmBuckets[] {
  if (arms === null) return allBuckets(null, target);
  return allocateBuckets(allBuckets(known, target), arms);
}

/** Who has which slides now: the rollout in force, else all of them the version that the alias points at. */
function allBuckets(known: Rollout | null, target: string): readonly ArmBuckets[] {
  if (known?.target === target) return known.arms;
  return [{ version: target, ranges: [[0, BUCKETS]] }];
}

function rolloutOf({ serving }: RegisteredModel, alias: string): Rollout | null {
  return serving.rollouts.find((rollout) => rollout.alias === alias) ?? null;
}

function shown({ target, salt, arms, shadow, fallback }: Rollout) {
  return { target, salt, arms, shadow, fallback };
}

function shownArms({ arms: wanted, shadow, fallback }: SetRollout, arms: readonly ArmBuckets[]) {
  if (wanted === null) return null;
  const percent = arms.map(({ version, ranges }) => ({ version, percent: sizeOf(ranges) / 100 }));
  return { arms: percent, shadow, fallback };
}

function changedMeanwhile({ alias, expectedRevision }: SetRollout, known: Rollout | null): Conflict {
  const is = known ? `is revision ${known.revision}, which ${known.by} wrote at ${known.at}` : 'does not exist';
  const expected = expectedRevision === null ? 'no rollout' : 'another revision of the rollout';
  return new Conflict(
    `You expected ${expected} of this alias, and it ${is}. Nothing was changed. Look at the rollout again, and state as expectedRevision what is true now.`,
    { alias, currentRevision: known?.revision ?? null },
  );
}

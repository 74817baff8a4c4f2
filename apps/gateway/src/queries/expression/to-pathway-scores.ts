import { createHash } from 'node:crypto';
import type { PathwaySettings, SlidePathwayScore } from '#graphql/generated/schema-types';
import type { MatrixScores, ScoredSet } from '#libs/transcriptomics';
import { toSettings } from '../expression-matrix/index.js';
import { trainingCheck } from '../slide-prediction/index.js';
import type { NamedExpression } from './ask-slides.js';
import { scaleOf } from './expression-scale.js';
import type { SetSizesByName } from './predicted-sets.js';
import type { SlideScoring } from './score-slide.js';
import { type AskedExpression, type SlideExpression, spreadAt } from './slide-expression.js';

const MOST_MISSING = 1000;

/** Some of the sets, by their places in the list. */
type SetsAt = (from: number, count: number) => readonly SlidePathwayScore[];

/** A SlidePathwayScores of the schema; its sets have a resolver. */
export interface PathwayParent {
  /** What makes the list of sets another one: a cursor of other scores means nothing here. */
  readonly list: string;
  readonly total: number;
  readonly setsAt: SetsAt;
}

/** Scores that were made of the expression that a version predicts. */
export function toComputedScores(
  { asked }: NamedExpression,
  { collection, reference, settings }: SlideScoring,
  made: MatrixScores,
) {
  const total = made.setCount + made.passedOverCount;
  const setsAt: SetsAt = (from, count) =>
    Buffer.from(made.report)
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .slice(from, from + count)
      .map((line, at) => toComputedScore(JSON.parse(line), made.scores[from + at] ?? null));
  return {
    ...factsOf(asked),
    ...{ total, setsAt, list: digestOf([usedIds(asked), collection.digest, reference?.digest ?? null, settings]) },
    collectionDigest: collection.digest,
    referenceDigest: reference?.digest ?? null,
    settings: toSettings(settings),
    learnedScores: null,
    geneCount: made.geneCount,
    setCount: made.setCount,
    passedOverCount: made.passedOverCount,
    reliableCount: null,
  };
}

/** @param set a line that scoring wrote */
function toComputedScore({ name, size, overlap, missing, reason }: ScoredSet, value: number | null): SlidePathwayScore {
  return {
    ...{ name, size, overlap, missing: missing.slice(0, MOST_MISSING), passedOver: reason },
    ...{ value: reason === null ? value : null, memberSpread: null, reliable: null, evidence: null },
  };
}

/** No setting is the caller's: the version was trained with its own. */
export const OF_MODEL: PathwaySettings = {
  ...{ method: 'MODEL', form: null, weight: null, normalise: null, kernel: null, maxDifference: null },
  ...{ minSize: null, maxSize: null },
};

/**
 * Scores that a version predicts itself: in the order of its list, then the sets of the collection that it does not predict.
 * @param sizes of the collection's sets; null where none was named
 */
export function toPredictedScores(
  { asked, genes }: NamedExpression,
  values: SlideExpression,
  sizes: SetSizesByName | null,
) {
  const { card } = asked.version;
  const { genes: names } = genes.index;
  const own = new Set(names);
  const others = sizes ? [...sizes.keys()].filter((name) => !own.has(name)) : [];
  const collectionDigest = card.output.pathways?.collection?.digest ?? null;
  const setAt = (at: number): SlidePathwayScore => {
    const name = names[at] ?? others[at - names.length] ?? '';
    const isPredicted = at < names.length;
    const evidence = (isPredicted && genes.quality?.get(name)) || null;
    return {
      ...{ name, size: sizes?.get(name) ?? null, overlap: null, missing: [], evidence },
      passedOver: isPredicted ? null : 'NOT_PREDICTED',
      value: isPredicted ? (values.values[at] ?? NaN) : null,
      memberSpread: isPredicted ? spreadAt(values, at) : null,
      reliable: isPredicted ? (evidence?.passed ?? false) : null,
    };
  };
  const total = names.length + others.length;
  const setsAt: SetsAt = (from, count) =>
    Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, i) => setAt(from + i));
  return {
    ...factsOf(asked),
    ...{ total, setsAt, list: digestOf([usedIds(asked), collectionDigest, sizes !== null, 'MODEL']) },
    ...{ collectionDigest, referenceDigest: null, settings: OF_MODEL },
    learnedScores: card.output.pathways?.method ?? null,
    geneCount: 0,
    setCount: names.length,
    passedOverCount: others.length,
    reliableCount: names.filter((name) => genes.quality?.get(name)?.passed === true).length,
  };
}

/** What both say of the versions that answered and of what they looked at. */
function factsOf({ version, members, training }: AskedExpression) {
  const [first] = members;
  const { unit, transform } = scaleOf(version, 'MODEL');
  return {
    ...{ model: version.ref, unit, transform },
    vocabularyDigest: version.card.vocabulary?.digest ?? '',
    aggregation: version.card.task.level === 'TILE' ? 'MEAN_OF_TILES' : 'SLIDE',
    tileCount: first?.answered.features.tileCount ?? 0,
    region: first?.answered.features.region ?? null,
    members: members.map(({ answered, isUsed }) => ({
      ...{ model: answered.version.ref, answerId: answered.raw.id, isUsed },
    })),
    training: trainingCheck({ training, asked: members.map(({ answered }) => answered.version.ref) }),
    provenance: members.map(({ answered }) => answered.provenance),
  };
}

function usedIds({ members }: AskedExpression): readonly string[] {
  return members.flatMap(({ answered, isUsed }) => (isUsed ? [answered.raw.id] : []));
}

function digestOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32);
}

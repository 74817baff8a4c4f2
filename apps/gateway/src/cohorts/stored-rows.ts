import type { ModelVersion } from '#model-registry';
import { type AnswerScope, InferencePipeline, type LoadedFeatures, type RawAnswer } from '#gateway/pipeline';
import { trainingOverlap, type TrainingOverlap } from '#gateway/targets';
import { type AskedVersions, CohortAnswers, type ItemReplies } from './cohort-answers.js';
import type { WholeCohort } from './cohort-catalog.service.js';
import type { CohortFault } from './cohort-fault.entity.js';
import { CohortFaults, faultKey } from './cohort-faults.js';

/** Numbers of a raw answer: `[width]`, of one version that was asked. */
export type RowOf = (raw: RawAnswer, asked: ModelVersion) => Promise<ArrayLike<number>>;

/** One list of numbers for each item of a cohort, by one version: a vector, a profile of genes. */
export interface CohortRows {
  readonly version: ModelVersion;
  readonly items: readonly ItemRow[];
}

export type ItemRow =
  | {
      readonly kind: 'ROW';
      readonly isLeaked: boolean;
      /** digest of the features that went in, of all slides of a patient one after the other */
      readonly inputDigest: string;
      /** digests of the recipes by which those features were made, each once */
      readonly recipes: readonly string[];
      /** Reads the numbers: the mean over those that were asked, and over the slides of a patient. */
      readonly read: (width: number, rowOf: RowOf) => Promise<Float64Array>;
    }
  | { readonly kind: 'MISSING'; readonly reason: string; readonly message: string | null };

/** Stored answers of a cohort as rows of numbers, which are read when they are needed. */
export class StoredRows {
  constructor(
    private readonly answers: CohortAnswers,
    private readonly faults: CohortFaults,
    private readonly pipeline: InferencePipeline,
  ) {}

  /** @throws LicenceRefused, StoreUnavailable, Cancelled, DeadlineExceeded */
  async read({ revision, items }: WholeCohort, asked: AskedVersions, scope: AnswerScope): Promise<CohortRows> {
    const { version } = asked;
    const range = { from: 0, count: items.length };
    const [replies, faults] = await Promise.all([
      this.answers.read(asked, items, scope),
      this.faults.of(revision, version.digest, range),
    ]);
    const rows = replies.map(async (one) => {
      const trainedOn = await this.pipeline.trainedOn(version, one.item.patient, scope.snapshot);
      return rowOfItem(one, asked, { faults, training: trainingOverlap(version.card, trainedOn) });
    });
    return { version, items: await Promise.all(rows) };
  }
}

/** Means of members, of slides and of tiles are means of the same numbers: which comes first is no matter, for each slide counts once. */
function rowOfItem(
  { item, members, together }: ItemReplies,
  { version, versions }: AskedVersions,
  { faults, training }: { readonly faults: ReadonlyMap<string, CohortFault>; readonly training: TrainingOverlap },
): ItemRow {
  if (members.length === 0) return missing('NO_SLIDE');
  // All slides of a patient as one have one reply, which is named after the last member.
  const asked = together ? [together] : members.map(({ replies }) => replies);
  const open = asked.map((replies) => replies.find(({ kind }) => kind !== 'ANSWER'));
  const lacking = open.findIndex((reply) => reply !== undefined);
  const place = together ? members.length : lacking;
  if (lacking !== -1) return whyMissing(open[lacking], faults.get(faultKey(item.position, place)));
  const policy = version.card.input.patientAggregation;
  if (asked.length > 1 && policy !== 'MEAN_SLIDES')
    return missing('PATIENT_SLIDES_REFUSED', `The version's policy for several slides of a patient is ${policy}.`);
  const answers = asked.flatMap((replies) =>
    replies.flatMap((reply, i) => {
      const asked = versions[i];
      const isUsed = versions.length === 1 || (training.heldOut?.includes(i) ?? true);
      return reply.kind === 'ANSWER' && asked && isUsed ? [{ raw: reply.raw, features: reply.features, asked }] : [];
    }),
  );
  return {
    kind: 'ROW',
    isLeaked: training.state === 'LEAKED',
    inputDigest: [...new Set(answers.map(({ features }) => inputsOf(features)))].join('+'),
    recipes: [...new Set(answers.map(({ features }) => features.bag.preprocessingDigest))],
    read: async (width, rowOf) => {
      const sums = new Float64Array(width);
      for (const { raw, asked } of answers) {
        const row = await rowOf(raw, asked);
        for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? NaN);
      }
      return sums.map((sum) => sum / answers.length);
    },
  };
}

function whyMissing(
  reply: ItemReplies['members'][number]['reply'] | undefined,
  fault: CohortFault | undefined,
): ItemRow {
  if (reply?.kind === 'REFUSED') return missing(reply.error.code, reply.error.message);
  return fault ? missing(fault.code, fault.message) : missing('NOT_ASKED');
}

function missing(reason: string, message: string | null = null): ItemRow {
  return { kind: 'MISSING', reason, message };
}

/** Names the features of an item: the same for slides that were asked one by one and for the same slides in one bag. */
export function inputsOf({ inputDigest, parts }: Pick<LoadedFeatures, 'inputDigest' | 'parts'>): string {
  return parts?.map((part) => part.inputDigest).join('+') ?? inputDigest;
}

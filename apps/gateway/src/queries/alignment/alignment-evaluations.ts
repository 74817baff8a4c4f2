import { createHash } from 'node:crypto';
import { evaluateOffThread, MOST_EVALUATED_PAIRS, type UnitRows } from '#libs/alignment';
import { BadUserInput } from '#libs/errors';
import { parseModelRef } from '#model-registry';
import { type AlignmentHead, alignmentHead, type ReferenceSets, sideOf } from '#gateway/alignment';
import { Turns } from '#gateway/gene-catalog';
import type { AnswerScope } from '#gateway/pipeline';
import type { EvaluationQuestion } from './evaluation-question.js';
import type { PairImages } from './pair-images.js';
import type { PairProfiles } from './pair-profiles.js';
import { pairTable } from './pair-table.js';
import { type EvaluationDocument, toEvaluation } from './to-evaluation.js';

/** Pairs with both vectors. */
export interface VectorPairs {
  readonly image: UnitRows;
  readonly transcriptome: UnitRows;
  readonly sites: readonly (string | null)[];
  readonly patients: readonly (string | null)[];
  readonly digest: string;
  /** Lines of the table without a tile. */
  readonly leftOut: readonly number[];
}

/** How far it is. */
export type EvaluationProgress = (state: {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}) => void;

/** Each keeps a core busy. */
const MOST_AT_ONCE = 2;
const DRAWS = 1000;

/** Evaluates heads on pairs, in the request or as a job. */
export class AlignmentEvaluations {
  private readonly turns = new Turns(MOST_AT_ONCE);

  constructor(
    private readonly sets: ReferenceSets,
    private readonly images: PairImages,
    private readonly profiles: PairProfiles,
  ) {}

  /** @throws BadUserInput, TableInvalid, and what the towers' road throws */
  async evaluate(
    input: EvaluationQuestion,
    scope: AnswerScope,
    progress: EvaluationProgress = () => undefined,
  ): Promise<EvaluationDocument> {
    const version = scope.snapshot.resolve(parseModelRef(input.model));
    scope.note(version);
    const head = alignmentHead(version, scope.snapshot);
    await scope.licences.admit(version);
    const pairs = input.pairs
      ? await this.ownPairs(input.pairs, head, scope, progress)
      : await this.registered(head, input.referenceSet);
    const n = pairs.image.count;
    if (input.gallerySize && input.gallerySize > n)
      throw new BadUserInput('input.gallerySize', 'must not be larger than the number of pairs', { pairs: n });
    progress({ stage: 'ranking', done: 0, total: n });
    const { image, transcriptome, sites, patients } = pairs;
    const evaluation = await this.turns.take(() => {
      const task = { image, transcriptome, sites, units: unitsOf(patients), ks: input.ks, seed: input.seed };
      const galleries = input.gallerySize ? input.galleries : 1;
      const timeoutMs = Math.max(1, scope.deadlineAt - Date.now());
      const drawn = { gallerySize: input.gallerySize, galleries, draws: DRAWS };
      return evaluateOffThread({ ...task, ...drawn }, { signal: scope.signal, timeoutMs });
    }, scope.signal);
    progress({ stage: 'ranking', done: n, total: n });
    return toEvaluation(head, pairs, evaluation, input.seed);
  }

  private async registered(head: AlignmentHead, id: string | null): Promise<VectorPairs> {
    const set = await this.sets.of(head, id);
    const [image, transcriptome] = [sideOf(set, 'image'), sideOf(set, 'transcriptome')];
    if (image.count > MOST_EVALUATED_PAIRS)
      throw new BadUserInput('input.referenceSet', `must name a set of at most ${MOST_EVALUATED_PAIRS} pairs`);
    const nobody = Array.from({ length: image.count }, () => null);
    return { image, transcriptome, sites: nobody, patients: nobody, digest: set.digest, leftOut: [] };
  }

  private async ownPairs(
    { csv, matrix, missing }: NonNullable<EvaluationQuestion['pairs']>,
    head: AlignmentHead,
    scope: AnswerScope,
    progress: EvaluationProgress,
  ): Promise<VectorPairs> {
    const stated = await pairTable(csv);
    const onSlide = (done: number, total: number): void => progress({ stage: 'embedding', done, total });
    const images = await this.images.of(stated, head, scope, onSlide);
    const kept = stated.flatMap((pair, at) => {
      const image = images[at];
      return image ? [{ pair, image }] : [];
    });
    const leftOut = stated.filter((_, at) => !images[at]).map(({ line }) => line);
    if (kept.length < 2)
      throw new BadUserInput('input.pairs.csv', 'must have two pairs or more whose point lies in a tile of the slide', {
        leftOut: leftOut.length,
      });
    const samples = [...new Set(kept.map(({ pair }) => pair.sample))];
    const vectors = await this.profiles.of({ matrix, samples, missing }, head, scope);
    const rows = kept.map(({ pair }) => samples.indexOf(pair.sample));
    // What was asked, and not which tile a head's encoder has there: pairs are the same for two heads of two encoders.
    const names = kept.map(({ pair: { line: _, ...pair } }) => pair);
    return {
      image: rowsOf(kept.map(({ image }) => image.vector)),
      transcriptome: rowsOf(rows.map((row) => vectors.values.subarray(row * vectors.dim, (row + 1) * vectors.dim))),
      sites: kept.map(({ pair }) => pair.site),
      patients: kept.map(({ pair }) => pair.patient),
      digest: createHash('sha256').update(JSON.stringify({ matrix, names })).digest('hex'),
      leftOut,
    };
  }
}

/** What is drawn as a whole: patients where every pair names one. */
function unitsOf(patients: readonly (string | null)[]): Uint32Array | null {
  if (patients.some((patient) => patient === null)) return null;
  const codes = [...new Set(patients)];
  return Uint32Array.from(patients, (patient) => codes.indexOf(patient));
}

function rowsOf(vectors: readonly Float32Array[]): UnitRows {
  const dim = vectors[0]?.length ?? 0;
  const values = new Float32Array(new SharedArrayBuffer(vectors.length * dim * 4));
  vectors.forEach((vector, row) => values.set(vector, row * dim));
  return { count: vectors.length, dim, values };
}

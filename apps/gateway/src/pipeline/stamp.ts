import { createHash } from 'node:crypto';
import { type Provenance, type Timings } from '#graphql/generated/schema-types';
import { Conflict } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { type AnswerStore, type NewAnswer, type StoredArray } from '#gateway/answer-store';
import { type BlobStore } from '#gateway/blob-store';
import { type Slide } from '#gateway/slide-catalog';
import { recordsApplied, type TargetCall } from '#gateway/targets';
import { type AnswerScope } from './answer-scope.js';
import { type LoadedFeatures } from './load-features.js';
import { type RawAnswer } from './raw-answer.js';
import { bytesOfServed, type ServedArray } from './served-array.js';
import { type AnswerRow, jsonOf, rawAnswerOf } from './stored-answer.js';
import { type Task } from './task.js';

/** Everything that a stored answer is made of. */
export interface Stampable {
  readonly task: Task<unknown>;
  readonly version: ModelVersion;
  readonly slide: Slide;
  readonly features: LoadedFeatures;
  readonly raw: RawAnswer;
}

/** What one reader made of it; not stored. */
export interface Reading {
  readonly calls: readonly TargetCall[];
  readonly timings: Timings;
}

/** The identity of an answer: what was asked of which version with which input. The same question has the same id for ever. */
export function answerIdOf(kind: string, version: ModelVersion, features: Pick<LoadedFeatures, 'inputDigest'>): string {
  return `ans_${createHash('sha256').update(`${kind}\n${version.digest}\n${features.inputDigest}`).digest('hex').slice(0, 40)}`;
}

/** Step 8. The raw answer is stored before anybody sees it. */
export class AnswerStamp {
  private different = 0;

  constructor(
    private readonly answers: AnswerStore,
    private readonly blobs: BlobStore,
  ) {}

  /** Answers since the start that were stored with other content before this process could. */
  get differed(): number {
    return this.different;
  }

  /**
   * Stores an answer that is new.
   * @returns the answer that counts: where somebody else stored another one of this question meanwhile (two gateways, and a model that does
   * not give the same number twice), that one, as for everybody who asks later
   */
  async keep(stampable: Stampable, scope: AnswerScope): Promise<RawAnswer> {
    const { raw } = stampable;
    return raw.isReused ? raw : scope.once(`store ${raw.id}`, () => this.save(stampable, scope));
  }

  private async save(stampable: Stampable, scope: AnswerScope): Promise<RawAnswer> {
    const { raw } = stampable;
    const answer = await this.rowOf(stampable, scope);
    await scope.together();
    try {
      await this.answers.save(answer);
      return raw;
    } catch (error) {
      const earlier = error instanceof Conflict ? await this.answers.byId(scope.tenant, raw.id) : null;
      if (!earlier) throw error;
      this.different += 1;
      return rawAnswerOf(earlier, this.blobs);
    }
  }

  private async rowOf(stampable: Stampable, scope: AnswerScope): Promise<NewAnswer> {
    const { task, version, slide, features, raw } = stampable;
    const large = [...raw.shapes.keys()].filter((name) => !raw.values.has(name));
    // The rows of FP32 answers stay what they always were: two answers of one id are compared by them.
    const others = [...raw.datatypes].filter(([, datatype]) => datatype !== 'FP32');
    const arrays = await Promise.all(
      large.map(
        async (name) => [name, await this.saveArray(await raw.served(name), raw.shapes.get(name) ?? [])] as const,
      ),
    );
    const unread = { calls: [], timings: { loadMs: 0, inferMs: 0, totalMs: 0 } };
    const { calibration: _read, timings: _now, rollout: _chosen, ...stored } = provenanceOf(stampable, unread, scope);
    const row: AnswerRow = {
      parameters: {
        region: features.region,
        bag: features.bag.digest,
        ...(features.parts && { parts: features.parts }),
      },
      outputs: {
        values: Object.fromEntries(raw.values),
        shapes: Object.fromEntries(raw.shapes),
        ...(others.length > 0 && { datatypes: Object.fromEntries(others) }),
        domain: raw.domain,
        ...(raw.members.length > 0 && { members: raw.members }),
      },
      provenance: stored,
    };
    return {
      tenant: scope.tenant,
      id: raw.id,
      kind: task.kind,
      slideId: features.parts ? null : slide.id,
      modelRef: version.ref,
      modelDigest: version.digest,
      inputDigest: features.inputDigest,
      ...jsonOf(row),
      arrays: Object.fromEntries(arrays),
    };
  }

  private async saveArray(array: ServedArray, shape: readonly number[]): Promise<StoredArray> {
    const { digest } = await this.blobs.put(bytesOfServed(array));
    return { blob: digest, datatype: array.datatype, shape };
  }
}

/** Where an answer comes from, and which calibration made its calls. */
export function provenanceOf(
  { version, slide, features, raw }: Omit<Stampable, 'task'>,
  { calls, timings }: Reading,
  { snapshot }: AnswerScope,
): Provenance {
  const { bag } = features;
  const [applied = null] = recordsApplied(calls);
  return {
    answerId: raw.id,
    model: {
      ref: version.ref,
      digest: version.digest,
      source: version.source,
      snapshotTakenAt: snapshot.readAt(version.source),
    },
    calibration: applied ? { id: applied.record.id, digest: applied.digest } : null,
    features: {
      digest: bag.digest,
      encoder: { name: bag.encoderName, version: bag.encoderVersion, digest: bag.encoderDigest },
      preprocessingDigest: bag.preprocessingDigest,
      inputDigest: features.inputDigest,
      origin: bag.origin,
    },
    slide: { id: slide.id, digest: slide.digest },
    slides: features.parts?.map((part) => part.slide) ?? [{ id: slide.id, digest: slide.digest }],
    server: raw.server,
    computedAt: raw.computedAt.toISOString(),
    isReused: raw.isReused,
    timings,
    // What chose the version is no part of what it answered.
    rollout: null,
  };
}

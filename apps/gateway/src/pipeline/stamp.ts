import { createHash } from 'node:crypto';
import { type Provenance, type Timings } from '#graphql/generated/schema-types';
import { type ModelVersion } from '#model-registry';
import { type AnswerStore, type StoredArray } from '#gateway/answer-store';
import { type BlobStore } from '#gateway/blob-store';
import { type Slide } from '#gateway/slide-catalog';
import { type AnswerScope } from './answer-scope.js';
import { type TargetCall } from './calibrate.js';
import { type LoadedFeatures } from './load-features.js';
import { type RawAnswer } from './raw-answer.js';
import { type AnswerRow, jsonOf } from './stored-answer.js';
import { type Task } from './task.js';

/** Everything that a provenance is made of. */
export interface Stampable {
  readonly task: Task<unknown>;
  readonly version: ModelVersion;
  readonly slide: Slide;
  readonly features: LoadedFeatures;
  readonly raw: RawAnswer;
  readonly calls: readonly TargetCall[];
  readonly timings: Timings;
}

/** The identity of an answer: what was asked of which version with which input. The same question has the same id for ever. */
export function answerIdOf(kind: string, version: ModelVersion, features: LoadedFeatures): string {
  return `ans_${createHash('sha256').update(`${kind}\n${version.digest}\n${features.inputDigest}`).digest('hex').slice(0, 40)}`;
}

/** Step 8. The raw answer is stored before anybody sees it, and its value leaves with its provenance. */
export class AnswerStamp {
  constructor(
    private readonly answers: AnswerStore,
    private readonly blobs: BlobStore,
  ) {}

  async apply(stampable: Stampable, scope: AnswerScope): Promise<Provenance> {
    const provenance = provenanceOf(stampable, scope);
    if (!stampable.raw.isReused)
      await scope.once(`store ${stampable.raw.id}`, () => this.save(stampable, provenance, scope));
    return provenance;
  }

  private async save(
    { task, version, slide, features, raw }: Stampable,
    provenance: Provenance,
    scope: AnswerScope,
  ): Promise<void> {
    const large = [...raw.shapes.keys()].filter((name) => !raw.values.has(name));
    const arrays = await Promise.all(
      large.map(
        async (name) => [name, await this.saveArray(await raw.array(name), raw.shapes.get(name) ?? [])] as const,
      ),
    );
    const { calibration: _read, timings: _now, rollout: _chosen, ...stored } = provenance;
    const row: AnswerRow = {
      parameters: { region: features.region, bag: features.bag.digest },
      outputs: { values: Object.fromEntries(raw.values), shapes: Object.fromEntries(raw.shapes), domain: raw.domain },
      provenance: stored,
    };
    await scope.together();
    await this.answers.save({
      tenant: scope.tenant,
      id: raw.id,
      kind: task.kind,
      slideId: slide.id,
      modelRef: version.ref,
      modelDigest: version.digest,
      inputDigest: features.inputDigest,
      ...jsonOf(row),
      arrays: Object.fromEntries(arrays),
    });
  }

  private async saveArray(data: Float32Array, shape: readonly number[]): Promise<StoredArray> {
    const { digest } = await this.blobs.put(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    return { blob: digest, datatype: 'FP32', shape };
  }
}

/** Calls that a calibration record made; in the other states the record was not used. */
const DECIDED: readonly TargetCall['call'][] = ['POSITIVE', 'NEGATIVE', 'INDETERMINATE'];

function provenanceOf(
  { version, slide, features, raw, calls, timings }: Stampable,
  { snapshot }: AnswerScope,
): Provenance {
  const { bag } = features;
  const applied = calls.find(({ call }) => DECIDED.includes(call))?.calibration ?? null;
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
    server: raw.server,
    computedAt: raw.computedAt.toISOString(),
    isReused: raw.isReused,
    timings,
    // What chose the version is no part of what it answered.
    rollout: null,
  };
}

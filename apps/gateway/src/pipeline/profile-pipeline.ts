import type { ProfileProvenance } from '#graphql/generated/schema-types';
import { Conflict } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import type { Answer, AnswerStore, NewAnswer } from '#gateway/answer-store';
import type { BlobStore } from '#gateway/blob-store';
import type { AnswerScope } from './answer-scope.js';
import { timeForModel } from './infer.js';
import type { ModelCalls } from './model-calls.js';
import { digestOfProfiles, outputsFor, profileOutput, tensorFor, type TowerProfiles } from './profile-tensors.js';
import { INLINE_LIMIT, type RawAnswer } from './raw-answer.js';
import { servedArrayOf, singlesOf } from './served-array.js';
import { answerIdOf } from './stamp.js';
import { rawAnswerOf } from './stored-answer.js';

export type { TowerProfiles } from './profile-tensors.js';

const KIND = 'PROFILE_EMBEDDING';

/** Vectors of profiles, and where they come from. */
export interface AnsweredProfiles {
  /** `[rows, dim]`, as the tower gave them */
  readonly values: Float32Array;
  readonly serverId: string;
  readonly provenance: ProfileProvenance;
}

interface Asked {
  readonly id: string;
  readonly version: ModelVersion;
  readonly profiles: TowerProfiles;
  readonly inputDigest: string;
}

/** The answer road for what is not on a slide: expression profiles, through the tower that takes them, on a model server like any other model. */
export class ProfilePipeline {
  constructor(
    private readonly calls: ModelCalls,
    private readonly answers: AnswerStore,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws DomainError with the code of whatever stops the question; nothing is answered in part */
  async answer(version: ModelVersion, profiles: TowerProfiles, scope: AnswerScope): Promise<AnsweredProfiles> {
    scope.note(version);
    const { tensor } = profileOutput(version.card);
    await scope.licences.admit(version);
    const inputDigest = await digestOfProfiles(profiles);
    const asked = { id: answerIdOf(KIND, version, { inputDigest }), version, profiles, inputDigest };
    const raw = await scope.once(asked.id, async () => {
      const stored = await scope.storedAnswer(asked.id);
      return stored ?? scope.inLane(version, () => this.ask(asked, scope));
    });
    return {
      values: await raw.array(tensor),
      serverId: raw.server.id,
      provenance: provenanceOf(asked, raw, scope),
    };
  }

  private async ask(asked: Asked, scope: AnswerScope): Promise<RawAnswer> {
    const { id, version, profiles } = asked;
    const { tensor, dim } = profileOutput(version.card);
    const values = new Float32Array(profiles.rows * dim);
    const most = version.card.serving.maxBatch ?? profiles.rows;
    const servers = new Map<string, string | null>();
    let computedAt = new Date();
    for (let from = 0; from < profiles.rows; from += most) {
      const part = await this.askPart(asked, { from, to: Math.min(profiles.rows, from + most) }, scope);
      const answered = part.answer.outputs.get(tensor);
      if (answered) values.set(singlesOf(servedArrayOf(answered)), from * dim);
      servers.set(part.answer.serverId, part.answer.reportedVersion);
      computedAt = part.computedAt;
    }
    const [[serverId = '', reportedVersion = null] = []] = [...servers];
    return this.keep(
      asked,
      {
        ...{ id, shapes: new Map([[tensor, [profiles.rows, dim]]]), members: [], domain: null, isReused: false },
        values: new Map(values.length <= INLINE_LIMIT ? [[tensor, Array.from(values)]] : []),
        datatypes: new Map([[tensor, 'FP32']]),
        served: () => Promise.resolve({ datatype: 'FP32', data: values }),
        array: () => Promise.resolve(values),
        server: { id: serverId, reportedVersion },
        ...{ computedAt, inferMs: 0, letGo: () => undefined },
      },
      { tensor, values, dim },
      scope,
    );
  }

  private async askPart(
    { version, profiles, inputDigest }: Asked,
    rows: { readonly from: number; readonly to: number },
    scope: AnswerScope,
  ) {
    const inputs = [tensorFor(version.card, profiles, rows)];
    const outputs = outputsFor(version.card, rows.to - rows.from);
    const limits = { signal: scope.signal, timeoutMs: await timeForModel(scope) };
    const features = { inputDigest: `${inputDigest} ${rows.from}`, bag: { featuresBlob: inputDigest } };
    const { outcome, letGo } = await this.calls.ask({ kind: KIND, version, features }, { inputs, outputs }, limits);
    letGo();
    return outcome;
  }

  /** @returns the answer that counts: an earlier one of the same question, where somebody else stored another meanwhile */
  private async keep(
    { version, inputDigest, profiles }: Asked,
    raw: RawAnswer,
    made: { readonly tensor: string; readonly values: Float32Array; readonly dim: number },
    scope: AnswerScope,
  ): Promise<RawAnswer> {
    const { tensor, values, dim } = made;
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const isInline = raw.values.has(tensor);
    const blob = isInline ? null : (await this.blobs.put(bytes)).digest;
    const answer: NewAnswer = {
      ...{ tenant: scope.tenant, id: raw.id, kind: KIND, slideId: null, inputDigest },
      ...{ modelRef: version.ref, modelDigest: version.digest },
      parameters: { rows: profiles.rows },
      outputs: {
        values: isInline ? { [tensor]: Array.from(values) } : {},
        shapes: { [tensor]: [profiles.rows, dim] },
        domain: null,
      },
      arrays: blob === null ? {} : { [tensor]: { blob, datatype: 'FP32', shape: [profiles.rows, dim] } },
      provenance: { server: { ...raw.server }, computedAt: raw.computedAt.toISOString() },
    };
    const earlier = await this.save(answer, scope);
    return earlier ? rawAnswerOf(earlier, this.blobs) : raw;
  }

  private async save(answer: NewAnswer, { tenant }: AnswerScope): Promise<Answer | null> {
    try {
      await this.answers.save(answer);
      return null;
    } catch (error) {
      const earlier = error instanceof Conflict ? await this.answers.byId(tenant, answer.id) : null;
      if (!earlier) throw error;
      return earlier;
    }
  }
}

function provenanceOf(
  { id, version, inputDigest }: Asked,
  raw: RawAnswer,
  { snapshot }: AnswerScope,
): ProfileProvenance {
  return {
    answerId: id,
    model: {
      ref: version.ref,
      digest: version.digest,
      source: version.source,
      snapshotTakenAt: snapshot.readAt(version.source),
    },
    inputDigest,
    server: raw.server,
    computedAt: raw.computedAt.toISOString(),
    isReused: raw.isReused,
  };
}

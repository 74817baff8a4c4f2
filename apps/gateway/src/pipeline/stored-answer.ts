import { type Provenance } from '#graphql/generated/schema-types';
import { type Answer } from '#gateway/answer-store';
import { type BlobStore } from '#gateway/blob-store';
import { type NumericDatatype } from '#libs/inference-protocol';
import { type DomainMeasure } from '#gateway/targets';
import { type InputPart } from './load-features.js';
import { type Rectangle } from './question.js';
import { type RawAnswer, type RawMember } from './raw-answer.js';
import { isNumericDatatype, servedArrayFrom, type ServedArray, servedFromBytes, singlesOf } from './served-array.js';

/** What a row of the answer store holds; the store keeps it as JSON and does not look inside. */
export interface AnswerRow {
  readonly parameters: {
    readonly region: Rectangle | null;
    readonly bag: string;
    /** Of several slides of a patient; absent for one. */
    readonly parts?: readonly InputPart[];
  };
  readonly outputs: {
    readonly values: Readonly<Record<string, readonly number[]>>;
    readonly shapes: Readonly<Record<string, readonly number[]>>;
    /** Of the outputs that are not FP32; absent where all are. */
    readonly datatypes?: Readonly<Record<string, string>>;
    readonly domain: DomainMeasure | null;
    /** Of an ensemble; absent for any other version. */
    readonly members?: readonly RawMember[];
  };
  readonly provenance: Omit<Provenance, 'calibration' | 'timings' | 'rollout'>;
}

/** The row as it was written: only the stamp writes these columns. */
export function answerRowOf({
  parameters,
  outputs,
  provenance,
}: Pick<Answer, 'parameters' | 'outputs' | 'provenance'>): AnswerRow {
  return { parameters, outputs, provenance } as unknown as AnswerRow;
}

/** A stored answer as the raw answer that it was. */
export function rawAnswerOf(stored: Answer, blobs: BlobStore): RawAnswer {
  const { outputs, provenance } = answerRowOf(stored);
  const served = async (name: string): Promise<ServedArray> => {
    const datatype = datatypeOf(outputs, name);
    const inline = outputs.values[name];
    if (inline) return servedArrayFrom(datatype, inline);
    const array = stored.arrays[name];
    if (!array) throw new Error(`the stored answer has no output ${name}`);
    // A copy: a view of float32 needs an address that four divides.
    return servedFromBytes(datatype, Uint8Array.from(await blobs.read(array.blob)));
  };
  return {
    id: stored.id,
    shapes: new Map(Object.entries(outputs.shapes)),
    datatypes: new Map(Object.keys(outputs.shapes).map((name) => [name, datatypeOf(outputs, name)])),
    values: new Map(Object.entries(outputs.values)),
    served,
    array: async (name) => singlesOf(await served(name)),
    domain: outputs.domain,
    server: { id: provenance.server.id, reportedVersion: provenance.server.reportedVersion ?? null },
    computedAt: new Date(provenance.computedAt),
    isReused: true,
    members: outputs.members ?? [],
    inferMs: 0,
    letGo: () => undefined,
  };
}

/** In which datatype an output of a stored answer was served. */
export function datatypeOf({ datatypes }: AnswerRow['outputs'], name: string): NumericDatatype {
  const datatype = datatypes?.[name] ?? 'FP32';
  if (!isNumericDatatype(datatype)) throw new Error('a stored answer has an output of no known datatype');
  return datatype;
}

/** The row for the store. Everything in it is plain JSON already; the generated types only do not say so. */
export function jsonOf(row: AnswerRow): Pick<Answer, 'parameters' | 'outputs' | 'provenance'> {
  return row as unknown as Pick<Answer, 'parameters' | 'outputs' | 'provenance'>;
}

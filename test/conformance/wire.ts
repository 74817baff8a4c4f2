import type { Json } from '#test/json';
import type { Heard, Sent } from './http.js';
import { Failed } from './verdict.js';

/** A tensor of a request, written by hand: its values as JSON text, or as bytes. */
export interface SentTensor {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly unknown[];
  /** JSON text. */
  readonly data?: string;
  readonly bytes?: Uint8Array;
}

/** An inference request. */
export interface SentInfer {
  readonly inputs: readonly SentTensor[];
  readonly id?: string;
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly outputs?: readonly { readonly name: string; readonly parameters?: Readonly<Record<string, Json>> }[];
  /** Spaces behind the JSON part. */
  readonly padding?: number;
}

/** An output of an answer. */
export interface HeardTensor {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
  /** What came as raw bytes, or null. */
  readonly bytes: Buffer | null;
  /** What came as JSON, flat, or null. Integers of 16 digits and more are strings. */
  readonly data: readonly Json[] | null;
}

export interface HeardInfer {
  readonly model_name: Json;
  readonly model_version: Json;
  readonly id: Json;
  readonly outputs: ReadonlyMap<string, HeardTensor>;
}

/** The request as bytes: JSON alone, or with raw tensors behind it (binary tensor extension). */
export function inferRequest(path: string, infer: SentInfer): Sent {
  const { inputs, id, parameters, outputs, padding = 0 } = infer;
  const texts = inputs.map(tensorText);
  const rest = JSON.stringify({ ...(id !== undefined && { id }), parameters, outputs }).slice(1, -1);
  const text = `{"inputs":[${texts.join(',')}]${rest === '' ? '' : `,${rest}`}}${' '.repeat(padding)}`;
  const raw = inputs.flatMap(({ bytes }) => (bytes ? [bytes] : []));
  if (raw.length === 0) return { path, body: text, headers: { 'content-type': 'application/json' } };
  return binaryRequest(path, text, Buffer.concat(raw));
}

/** A body of two parts. @param length what the header says of the first, the truth unless stated */
export function binaryRequest(path: string, json: string, tail: Uint8Array, length?: string): Sent {
  const head = Buffer.from(json);
  const headers = {
    'content-type': 'application/octet-stream',
    'inference-header-content-length': length ?? String(head.length),
  };
  return { path, headers, body: Buffer.concat([head, tail]) };
}

function tensorText({ name, datatype, shape, data, bytes }: SentTensor): string {
  const head = JSON.stringify({ name, datatype, shape }).slice(0, -1);
  if (bytes) return `${head},"parameters":{"binary_data_size":${bytes.length}}}`;
  return `${head},"data":${data}}`;
}

/** Reads a good answer. @throws Failed when it is none, or when its parts do not add up */
export function readInfer({ status, headers, body }: Heard): HeardInfer {
  if (status !== 200) throw new Failed(`status ${status}`);
  const length = headers['inference-header-content-length'];
  const headLength = length === undefined ? body.length : Number(length);
  const json = parseAnswer(body.toString('utf8', 0, headLength));
  let at = headLength;
  const outputs: HeardTensor[] = (json.outputs ?? []).map(({ name, datatype, shape, parameters, data }: Json) => {
    const size = parameters?.binary_data_size;
    if (size === undefined) return { name, datatype, shape, bytes: null, data: [data].flat(Infinity) };
    const bytes = body.subarray(at, at + size);
    at += size;
    if (bytes.length !== size) throw new Failed('a binary output reaches beyond the end of the answer');
    return { name, datatype, shape, bytes, data: null };
  });
  if (at !== body.length) throw new Failed('the answer has bytes behind its last tensor');
  const { model_name, model_version, id } = json;
  return { model_name, model_version, id, outputs: new Map(outputs.map((output) => [output.name, output])) };
}

/** Parses JSON without rounding: integers that a double cannot hold become strings. @throws Failed */
export function parseAnswer(text: string): Json {
  const exact = text.replace(/(?<=[[,:\s])-?\d{16,}(?=[\],}\s])/g, '"$&"');
  try {
    return JSON.parse(exact);
  } catch {
    throw new Failed('the answer is not JSON');
  }
}

/** The member `error` of an error's body, or null where there is none. */
export function errorOf({ body }: Heard): string | null {
  try {
    const { error }: Json = JSON.parse(body.toString());
    return typeof error === 'string' && error.length > 0 ? error : null;
  } catch {
    return null;
  }
}

/** Little-endian FP32. */
export function floats(...values: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer);
}

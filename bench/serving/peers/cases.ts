import { encodeInferenceRequest, type TensorEncoding } from '#libs/inference-protocol';
import { join } from 'node:path';
import type { PeerModel } from '#test/peer-server';
import { ROOT } from '../../support/folders.js';
import { seededRandom } from '../../support/statistics.js';

/** One request, and what must come back. */
export interface PeerCase {
  readonly title: string;
  readonly model: PeerModel;
  readonly encoding: TensorEncoding;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The one output's numbers; `tolerance` is 0 where they are moved and not computed. */
  readonly expected: Float32Array;
  readonly tolerance: number;
  /** How long a round asks a server; each connection asks once at least. */
  readonly windowMs: number;
  /** Rounds over so many connections: fewer where one takes many seconds. */
  readonly rounds: (connections: number) => number;
}

const ROUNDS = 15;
/** 16 requests of 30 MB of text take a server many seconds. */
const SLOW_ROUNDS = 5;

const fp32 = (name: string, shape: readonly number[]) => ({ name, datatype: 'FP32', shape });
const fileOf = (name: string): string => join(ROOT, 'test/fixtures/models/good', name, '1/model.onnx');

const ECHO: PeerModel = {
  name: 'echo-fp32',
  version: '1',
  file: fileOf('echo-fp32'),
  inputs: [fp32('X', [-1, -1])],
  outputs: [fp32('Y', [-1, -1])],
};
const MEAN: PeerModel = {
  name: 'mean',
  version: '1',
  file: fileOf('mean'),
  inputs: [fp32('X', [-1, -1, -1])],
  outputs: [fp32('Y', [-1, 1])],
};

/** The models that every server holds: the identity of a vector, and the mean of a bag. */
export const PEER_MODELS: readonly PeerModel[] = [ECHO, MEAN];

/** A vector and a bag of 4,000 tiles, each as bytes and as text. */
export function peerCases(): readonly PeerCase[] {
  const vector = numbers(1_024);
  const bag = numbers(4_000 * 1_024);
  const mean = Float32Array.of(bag.reduce((sum, value) => sum + value, 0) / bag.length);
  const small = { model: ECHO, shape: [1, 1_024], data: vector, expected: vector, tolerance: 0, windowMs: 400 };
  const large = { model: MEAN, shape: [1, 4_000, 1_024], data: bag, expected: mean, tolerance: 1e-4, windowMs: 400 };
  return [small, large].flatMap((input) => [caseOf(input, 'binary'), caseOf(input, 'json')]);
}

/** Sixty-fourths: FP32 holds them exactly, and JSON writes them in few digits. */
function numbers(count: number): Float32Array {
  const random = seededRandom(count);
  return Float32Array.from({ length: count }, () => Math.floor(random() * 64) / 64);
}

function caseOf(
  input: Pick<PeerCase, 'model' | 'expected' | 'tolerance' | 'windowMs'> & {
    readonly shape: readonly number[];
    readonly data: Float32Array;
  },
  encoding: TensorEncoding,
): PeerCase {
  const { shape, data, ...rest } = input;
  // With an id of the caller's the same question has the same answer, byte for byte: MLServer makes one up otherwise.
  const request = {
    id: 'bench',
    parameters: {},
    inputs: [{ name: 'X', datatype: 'FP32' as const, shape, data }],
    outputs: [],
  };
  const { headers, pieces } = encodeInferenceRequest(request, encoding);
  const isSlow = encoding === 'json' && shape.length > 2;
  const rounds = (connections: number): number => (isSlow && connections > 1 ? SLOW_ROUNDS : ROUNDS);
  return { ...rest, rounds, title: `[${shape.join(',')}] ${encoding}`, encoding, headers, body: Buffer.concat(pieces) };
}

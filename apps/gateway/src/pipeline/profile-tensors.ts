import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputExpectation } from '#libs/inference-client';
import type { Tensor } from '#libs/inference-protocol';
import { BadUserInput } from '#libs/errors';
import type { ModelCard } from '#model-registry';

/** Profiles as a tower takes them: numbers by the position of the gene, or text. */
export type TowerProfiles =
  | {
      readonly kind: 'VALUES';
      readonly rows: number;
      /** `[rows, width]`, row-major */
      readonly values: Float32Array;
      readonly width: number;
    }
  | { readonly kind: 'SENTENCES'; readonly rows: number; readonly sentences: readonly string[] };

const BYTES_AT_ONCE = 1024 * 1024;

/** The tensor and the length of a tower's vectors. @throws BadUserInput for a tower that cannot be asked here */
export function profileOutput({ input, output }: ModelCard): { readonly tensor: string; readonly dim: number } {
  const [tensor, ...others] = input.tensors;
  const isVector = input.unit === 'GENE_VECTOR' && tensor?.datatype === 'FP32';
  const isText = input.unit === 'TEXT' && tensor?.datatype === 'BYTES';
  if (!output.embedding || others.length > 0 || !(isVector || isText))
    throw new BadUserInput(
      'model',
      'must name a head whose transcriptome tower takes one tensor, a vector of genes as FP32 or text as BYTES, and gives a vector for each profile; others are not served yet',
      { unit: input.unit },
    );
  return { tensor: output.embedding.tensor, dim: output.embedding.dim };
}

/** SHA-256 over the very input. */
export async function digestOfProfiles(profiles: TowerProfiles): Promise<string> {
  const hash = createHash('sha256').update(`${profiles.kind}\n${profiles.rows}\n`);
  if (profiles.kind === 'SENTENCES') return hash.update(profiles.sentences.join('\n')).digest('hex');
  const { buffer, byteOffset, byteLength } = profiles.values;
  for (let start = 0; start < byteLength; start += BYTES_AT_ONCE) {
    hash.update(new Uint8Array(buffer, byteOffset + start, Math.min(BYTES_AT_ONCE, byteLength - start)));
    if (byteLength > BYTES_AT_ONCE) await nextTurn();
  }
  return hash.digest('hex');
}

/** Some rows as the tower's input. */
export function tensorFor(
  { input }: ModelCard,
  profiles: TowerProfiles,
  { from, to }: { readonly from: number; readonly to: number },
): Tensor {
  const [tensor] = input.tensors;
  const name = tensor?.name ?? '';
  const width = profiles.kind === 'VALUES' ? profiles.width : 1;
  const shape = (tensor?.shape ?? []).map((size, axis) => {
    if (tensor?.axes[axis] === 'gene') return width;
    return size === -1 ? to - from : size;
  });
  if (profiles.kind === 'VALUES')
    return { name, datatype: 'FP32', shape, data: profiles.values.subarray(from * width, to * width) };
  const data = profiles.sentences.slice(from, to).map((sentence) => Buffer.from(sentence, 'utf8'));
  return { name, datatype: 'BYTES', shape, data };
}

/** What must come back for so many rows. */
export function outputsFor({ output }: ModelCard, rows: number): readonly OutputExpectation[] {
  return output.tensors.map(({ name, datatype, shape }) => {
    if (datatype !== 'FP32')
      throw new BadUserInput('model', 'must name a version that answers in FP32; other datatypes are not served yet');
    return { name, datatype, shape: shape.map((size, axis) => (size === -1 && axis === 0 ? rows : size)) };
  });
}

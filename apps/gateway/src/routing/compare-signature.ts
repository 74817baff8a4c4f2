import { type ModelMetadata } from '#libs/inference-protocol';
import { type ModelCard } from '#model-registry';

interface CardSide {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
}

/**
 * Holds what a server says of a model against the version's card. A model without a signature (some servers report none) is not refused:
 * every answer is checked against the card as well.
 * @returns what does not match, as a sentence without the server's own words; null where nothing speaks against it
 */
export function signatureMismatch(card: ModelCard, reported: ModelMetadata): string | null {
  const { sha256, inputs, outputs } = reported;
  const files = card.artifacts.filter(({ role }) => role === 'MODEL').map((artifact) => artifact.sha256);
  if (sha256 !== null && !files.includes(sha256)) return 'the server holds another model file than the card lists';
  return (
    tensorMismatch('input', card.input.tensors, inputs) ??
    surplusInput(card, reported) ??
    tensorMismatch('output', card.output.tensors, outputs)
  );
}

/** An output that the card does not name is not asked for; an input that it does not name would be missing in every call. */
function surplusInput({ input }: ModelCard, { inputs }: ModelMetadata): string | null {
  const names = input.tensors.map(({ name }) => name);
  return inputs.some(({ name }) => !names.includes(name))
    ? 'the server wants an input that the card does not have'
    : null;
}

function tensorMismatch(
  side: 'input' | 'output',
  declared: readonly CardSide[],
  reported: ModelMetadata['inputs'],
): string | null {
  if (reported.length === 0) return null;
  for (const [place, tensor] of declared.entries()) {
    const which = `${side} ${place + 1} of the card`;
    const found = reported.find(({ name }) => name === tensor.name);
    if (!found) return `the server does not have ${which}`;
    if (found.datatype !== tensor.datatype) return `the server has ${which} in another datatype`;
    if (!shapesMeet(tensor.shape, found.shape)) return `the server has ${which} in another shape`;
  }
  return null;
}

/** -1 stands for any size, on either side. */
function shapesMeet(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === -1 || b[axis] === -1 || size === b[axis]);
}

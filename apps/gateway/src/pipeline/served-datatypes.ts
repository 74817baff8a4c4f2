import { BadUserInput } from '#libs/errors';
import { type Datatype } from '#libs/inference-protocol';
import { type CardTarget, type CardTensor, type ModelCard } from '#model-registry';

const FLOATS: readonly Datatype[] = ['FP32', 'FP64', 'FP16', 'BF16'];
/** Single precision holds each of their numbers. */
const SINGLES: readonly Datatype[] = ['FP32', 'FP16', 'BF16'];
/** 64 bits without a sign are more than a double's integers, and nobody's value. */
const WHOLE: readonly Datatype[] = ['INT8', 'INT16', 'INT32', 'INT64', 'UINT8', 'UINT16', 'UINT32'];
/** What a file of numpy holds, and BOOL as bytes. */
const KEPT: readonly Datatype[] = [...FLOATS, 'INT32', 'INT64', 'UINT8', 'BOOL'];

/** What an output is for, and the datatypes that this has a meaning in. */
interface Use {
  readonly as: string;
  readonly tensor: string;
  readonly datatypes: readonly Datatype[];
  readonly why: string;
}

/**
 * Outputs whose datatype says what the card makes of them. Scores of classes are floating point: an index of a class or a BOOL is a call that the
 * model made by itself, and has no score that a threshold could hold for. A value that is served as it is may be a whole number.
 * @throws BadUserInput that names the output's use, its datatype and the possible ones
 */
export function demandDatatypes(card: ModelCard): void {
  for (const { as, tensor: name, datatypes, why } of usesOf(card)) {
    const datatype = card.output.tensors.find((tensor) => tensor.name === name)?.datatype;
    if (datatype === undefined || datatypes.includes(datatype)) continue;
    throw new BadUserInput('model', `must name a version whose ${as} is served as ${datatypes.join(', ')}: ${why}`, {
      output: name,
      datatype,
    });
  }
}

/** Whether an output is asked for. */
export function isAsked(card: ModelCard, { name, datatype }: CardTensor): boolean {
  return KEPT.includes(datatype) || usesOf(card).some(({ tensor }) => tensor === name);
}

function usesOf({ output, spatial }: ModelCard): readonly Use[] {
  const { targets, embedding, otherEmbeddings = [], expression } = output;
  const single = { datatypes: SINGLES, why: 'its numbers are kept in single precision' };
  return [
    ...targets.map(useOfTarget),
    ...[embedding, ...otherEmbeddings].flatMap((one) =>
      one ? [{ as: 'embedding', tensor: one.tensor, ...single }] : [],
    ),
    ...(expression ? [{ as: 'expression', tensor: expression.tensor, ...single }] : []),
    ...spatial.flatMap(({ tensor }) =>
      tensor === null ? [] : [{ as: 'map', tensor, datatypes: FLOATS, why: 'a map has a number for each tile' }],
    ),
  ];
}

function useOfTarget({ name, kind, tensor, served, final }: CardTarget): Use {
  const isAsItIs = (kind === 'SCALAR' || kind === 'RISK') && served === 'IDENTITY' && final === 'IDENTITY';
  return isAsItIs
    ? { as: `value ${name}`, tensor, datatypes: [...FLOATS, ...WHOLE], why: 'a value is a number' }
    : {
        as: `target ${name}`,
        tensor,
        datatypes: FLOATS,
        why: 'an index of a class, or a yes, is a call without a score that a threshold could hold for',
      };
}

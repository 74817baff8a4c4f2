import type { DocumentProblem } from '#libs/errors';
import type { AnyCard } from './described-card.js';
import { areUnique, expectThat } from './document-problems.js';
import type { CardTarget } from './model-card.js';

type Problems = readonly DocumentProblem[];
type AnyTarget = AnyCard['output']['targets'][number];

/** Every target: its tensor, its classes in the tensor's order, and one activation on the way to its value, never two. */
export function checkCardTargets(card: AnyCard): Problems {
  const { targets, tensors } = card.output;
  return [
    ...expectThat(areUnique(targets.map((target) => target.name)), '/output/targets', 'must have unique names'),
    ...targets.flatMap((target, i) => {
      const pointer = `/output/targets/${i}`;
      const tensor = tensors.find(({ name }) => name === target.tensor);
      if (!tensor) return expectThat(false, `${pointer}/tensor`, 'must be the name of an entry of /output/tensors');
      const columns = tensor.shape.at(-1) ?? null;
      const width = target.columns?.count ?? columns;
      // Rules that weigh one fact against another hold for the facts that are known.
      if (!isServable(target)) return [];
      const first = [
        ...activation(target, pointer),
        ...ownColumns(target, columns, pointer),
        ...range(target, pointer),
      ];
      if (width === null || ('cardKind' in card && leavesClassesOpen(target))) return first;
      const problems = [...first, ...byKind(target, width, pointer)];
      return problems.length > 0 ? problems : softmaxWidth(target, width, pointer);
    }),
  ];
}

function ownColumns({ columns: own }: CardTarget, columns: number | null, pointer: string): Problems {
  return expectThat(
    !own || columns === null || own.first + own.count <= columns,
    `${pointer}/columns`,
    "must lie within the tensor's last dimension",
  );
}

function range({ range: given, kind }: CardTarget, pointer: string): Problems {
  if (!given) return [];
  const { min, max } = given;
  return [
    ...expectThat(kind === 'SCALAR' || kind === 'RISK', `${pointer}/range`, `must be absent for ${kind}`),
    ...expectThat(min === null || max === null || min < max, `${pointer}/range`, 'must have min < max'),
  ];
}

function isServable(target: AnyTarget): target is CardTarget {
  return target.served !== null && target.final !== null;
}

function leavesClassesOpen({ kind, classes }: CardTarget): boolean {
  return classes === null && kind !== 'SCALAR' && kind !== 'RISK';
}

/** Sigmoid of a sigmoid squeezes everything into 0.5 to 0.73 and looks like a probability. */
function activation({ served, final }: CardTarget, pointer: string): Problems {
  const isOpen = served === 'LOGIT' || served === 'IDENTITY';
  return [
    ...expectThat(
      isOpen || final === served || final === 'IDENTITY',
      `${pointer}/final`,
      'must be IDENTITY or the served activation: an activation is never applied twice',
    ),
    ...expectThat(
      served !== 'IDENTITY' || final === 'IDENTITY',
      `${pointer}/final`,
      'must be IDENTITY where IDENTITY is served; serve LOGIT if an activation is still to come',
    ),
  ];
}

function byKind(target: CardTarget, width: number, pointer: string): Problems {
  switch (target.kind) {
    case 'BINARY':
      return [...probability(target, pointer), ...binaryClasses(target, width, pointer)];
    case 'MULTICLASS':
    case 'ORDINAL':
      return [...probability(target, pointer), ...manyClasses(target, width, pointer)];
    case 'SCALAR':
    case 'RISK':
      return value(target, width, pointer);
  }
}

/** A class needs a probability, whoever computes it: the model server or, from its logit, the gateway. */
function probability({ served, final }: CardTarget, pointer: string): Problems {
  return [
    ...expectThat(served !== 'IDENTITY', `${pointer}/served`, 'must be LOGIT, SIGMOID or SOFTMAX for classes'),
    ...expectThat(
      served !== 'LOGIT' || final === 'SIGMOID' || final === 'SOFTMAX',
      `${pointer}/final`,
      'must be SIGMOID or SOFTMAX where a LOGIT is served for classes',
    ),
  ];
}

function binaryClasses({ classes, positiveClass, ...target }: CardTarget, width: number, pointer: string): Problems {
  const names = classes ?? [];
  return [
    ...expectThat(
      width === 1 || width === 2,
      `${pointer}/tensor`,
      'must have 1 or 2 as the last dimension of its shape for BINARY',
    ),
    ...expectThat(
      names.length === 2 && areUnique(names),
      `${pointer}/classes`,
      "must be two names for BINARY, in the tensor's order; for one column the negative class, then the positive",
    ),
    ...expectThat(
      positiveClass !== null && names.includes(positiveClass) && (width === 2 || positiveClass === names[1]),
      `${pointer}/positiveClass`,
      'must be one of the classes for BINARY, and the second of them where the tensor has one column',
    ),
    ...expectThat(
      activationOf(target) === (width === 1 ? 'SIGMOID' : 'SOFTMAX'),
      `${pointer}/final`,
      'must come to SIGMOID for one column and to SOFTMAX for two',
    ),
  ];
}

function manyClasses({ classes, positiveClass, ...target }: CardTarget, width: number, pointer: string): Problems {
  const names = classes ?? [];
  return [
    ...expectThat(
      names.length >= 2 && names.length === width && areUnique(names),
      `${pointer}/classes`,
      "must be two or more names, as many as the tensor's last dimension and in its order",
    ),
    ...expectThat(positiveClass === null, `${pointer}/positiveClass`, `must be null for ${target.kind}`),
    ...expectThat(
      activationOf(target) === 'SOFTMAX',
      `${pointer}/final`,
      'must come to SOFTMAX; labels that do not exclude each other are BINARY targets, one each',
    ),
  ];
}

function value(target: CardTarget, width: number, pointer: string): Problems {
  return [
    ...expectThat(
      width === 1,
      `${pointer}/tensor`,
      `must have 1 as the last dimension of its shape for ${target.kind}`,
    ),
    ...expectThat(target.classes === null, `${pointer}/classes`, `must be null for ${target.kind}`),
    ...expectThat(target.positiveClass === null, `${pointer}/positiveClass`, `must be null for ${target.kind}`),
  ];
}

/** The softmax of one column is always 1. */
function softmaxWidth(target: CardTarget, width: number, pointer: string): Problems {
  return expectThat(
    activationOf(target) !== 'SOFTMAX' || width > 1,
    `${pointer}/final`,
    'must not be SOFTMAX over one column: it would always be 1',
  );
}

/** The activation that has been applied when the value is reached, by either side. */
function activationOf({ served, final }: Pick<CardTarget, 'served' | 'final'>): CardTarget['final'] {
  return served === 'LOGIT' || served === 'IDENTITY' ? final : served;
}

import type { CompareVersionsInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';

/** What says how targets are compared: nothing of it means anything for vectors and genes. */
const OF_TARGETS = ['target', 'class', 'label', 'positive', 'negative', 'scale', 'context', 'title'] as const;
const NEIGHBOURS = 10;

/** @param kind what the versions give @throws BadUserInput for what is stated and would be of no effect */
export function refuseOthers(
  input: CompareVersionsInput,
  kind: 'TARGETS' | 'EMBEDDINGS' | 'EXPRESSION' | 'PATHWAYS',
): void {
  const stated = (name: keyof CompareVersionsInput): boolean => input[name] !== undefined && input[name] !== null;
  const ofTargets = kind === 'TARGETS' ? undefined : OF_TARGETS.find(stated);
  if (ofTargets) throw new BadUserInput(`input.${ofTargets}`, 'is for versions that predict targets');
  if (kind !== 'EXPRESSION' && stated('pathways'))
    throw new BadUserInput('input.pathways', 'is for versions that predict expression');
  if (kind !== 'EMBEDDINGS' && (input.neighbours ?? NEIGHBOURS) !== NEIGHBOURS)
    throw new BadUserInput('input.neighbours', 'is for versions that give embeddings');
}

import type { PathwaySettings, PathwaySettingsInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { DEFAULT_METHODS, GENEPATTERN_WEIGHT, type ScoringMethod } from '#libs/transcriptomics';
import type { ScoringSettings } from '#gateway/expression-matrices';

const OF_SSGSEA = ['form', 'weight', 'normalise'] as const;
const OF_GSVA = ['kernel', 'maxDifference'] as const;

/** What is asked for, with nothing left open. @throws BadUserInput for a setting that the method does not have, or out of its bounds */
export function settingsOf(input: PathwaySettingsInput): ScoringSettings {
  const { minSize = 15, maxSize = 500 } = input;
  if (minSize < 2 || maxSize < minSize) {
    throw new BadUserInput('settings.minSize', 'must be 2 or more, and `settings.maxSize` not smaller');
  }
  for (const name of [...(input.method === 'SSGSEA' ? [] : OF_SSGSEA), ...(input.method === 'GSVA' ? [] : OF_GSVA)]) {
    if (input[name] !== null && input[name] !== undefined) {
      throw new BadUserInput(`settings.${name}`, 'must be left out: the method has no such setting');
    }
  }
  return { method: methodOf(input), minSize, maxSize };
}

function methodOf(input: PathwaySettingsInput): ScoringMethod {
  const { method, form, weight, normalise, kernel, maxDifference } = input;
  if (method === 'MODEL')
    throw new BadUserInput(
      'settings.method',
      'must be another: MODEL is for slides, and versions that predict pathways',
    );
  const standard = DEFAULT_METHODS[method];
  switch (standard.kind) {
    case 'SSGSEA': {
      const isGenePattern = form === 'GENEPATTERN';
      const exponent = weight ?? (isGenePattern ? GENEPATTERN_WEIGHT : standard.weight);
      if (!(exponent >= 0 && exponent <= 10)) throw new BadUserInput('settings.weight', 'must be 0 to 10');
      const divisor = normalise ?? (isGenePattern ? 'NONE' : standard.normalise);
      return { kind: 'SSGSEA', form: form ?? standard.form, weight: exponent, normalise: divisor };
    }
    case 'GSVA':
      return {
        kind: 'GSVA',
        kernel: kernel ?? standard.kernel,
        maxDifference: maxDifference ?? standard.maxDifference,
      };
    case 'PLAGE':
    case 'ZSCORE':
    case 'SINGSCORE':
      return standard;
  }
}

/** Settings as the schema has them. */
export function toSettings({ method, minSize, maxSize }: ScoringSettings): PathwaySettings {
  const none = { form: null, weight: null, normalise: null, kernel: null, maxDifference: null };
  const { kind, ...own } = method;
  return { ...none, ...own, method: kind, minSize, maxSize };
}

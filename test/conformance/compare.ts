import type { CheckResult } from './check.js';
import type { KnownDifferences } from './known-differences.js';
import type { Capabilities } from './server-under-test.js';
import type { Verdict } from './verdict.js';

const LACKS = ['no binary tensors', 'no versions in paths', 'no gRPC'];

/** What was found, in the form in which known differences are written down, so that the two can be compared whole. */
export function differencesOf(results: readonly CheckResult[], has: Capabilities): KnownDifferences {
  const found = (kind: Verdict['kind']): Readonly<Record<string, string>> =>
    Object.fromEntries(
      results.flatMap(({ id, verdict }) =>
        verdict.kind === kind && 'found' in verdict && !LACKS.includes(verdict.found) ? [[id, verdict.found]] : [],
      ),
    );
  return { has, differs: found('differs'), fails: found('fail'), unsupported: found('unsupported') };
}

import type { CheckResult } from './check.js';
import type { Verdict } from './verdict.js';

const WORDS: Readonly<Record<Verdict['kind'], string>> = {
  pass: 'pass',
  differs: 'pass, differs',
  unsupported: 'not supported',
  fail: 'FAIL',
  'not sent': 'not sent',
};
const ID_WIDTH = 34;
const WORD_WIDTH = 14;

/** One line a check: its id, how it ended, and what was found or what holds. */
export function lineOf({ id, rule, verdict }: CheckResult): string {
  const rest = 'found' in verdict ? `${rule}: ${verdict.found}` : rule;
  return `${id.padEnd(ID_WIDTH)} ${WORDS[verdict.kind].padEnd(WORD_WIDTH)} ${rest}`;
}

/** What the server does differently, for people; then one line of counts. */
export function summaryOf(results: readonly CheckResult[]): string {
  const count = (kind: Verdict['kind']): number => results.filter(({ verdict }) => verdict.kind === kind).length;
  const others = results.filter(({ verdict }) => verdict.kind === 'differs' || verdict.kind === 'fail');
  const differences = others.map(({ rule, verdict }) => `  ${rule}: ${'found' in verdict ? verdict.found : ''}`);
  const counts = [
    `${count('pass') + count('differs')} passed (${count('differs')} with a difference)`,
    `${count('fail')} failed`,
    `${count('unsupported')} not supported`,
    `${count('not sent')} not sent`,
  ];
  return [
    '',
    ...(others.length > 0 ? ['What this server does differently:', ...differences, ''] : []),
    counts.join(', '),
  ].join('\n');
}

import { describe, expect, it } from 'vitest';
import { compareScores } from '../compare-scores.js';
import { CALL, type ScoreTable } from '../score-table.js';
import { htmlReport } from './html-report.js';

const HEAD = { title: 'A <title>', facts: [], remarks: ['Know this.'] };
const OPTIONS = { seed: 1, draws: 200, confidence: 0.95, bins: 5 };
const NAMES = Array.from({ length: 8 }, (_, i) => `mlflow:a-model-of-a-long-name/${i + 11}`);

/** Scores by a rule, a site for every third item; the third site has positives alone. */
function tableOf(n: number, names: readonly string[]): ScoreTable {
  const sites = Uint32Array.from({ length: n }, (_, i) => i % 3);
  const labels = Uint8Array.from({ length: n }, (_, i) => (i % 3 === 2 || i % 5 < 2 ? 1 : 0));
  const scores = names.map((name, k) => {
    const values = Float64Array.from({ length: n }, (_, i) => ((i * (7 + 2 * k)) % 100) / 100);
    const calls = Uint8Array.from(values, (value) => (value >= 0.5 ? CALL.POSITIVE : CALL.NEGATIVE));
    return { name, values, probabilities: values, calls, threshold: 0.5 };
  });
  return {
    items: Array.from({ length: n }, (_, i) => `item ${i}`),
    ...{ outcome: { kind: 'BINARY', labels }, patients: null, scores },
    stratifications: [{ name: 'site', levels: ['north', 'south', null], levelOf: sites }],
  };
}

const reportOf = (n: number, names: readonly string[]): string =>
  htmlReport(
    compareScores(tableOf(n, names), OPTIONS),
    [{ item: 'lost <one>', missing: [{ name: names[0] ?? '', reason: 'NOT_ASKED' }] }],
    HEAD,
  );

describe('a report', () => {
  it('of two scores names them, draws where their calls differ, and lists on which items', () => {
    const page = reportOf(60, ['one', 'two']);
    expect(page).toContain('<h1>A &lt;title&gt;</h1>');
    for (const drawn of ['ROC curves', 'Reliability of one', 'Differences of AUC', 'Calls that differ'])
      expect(page).toContain(`aria-label="${drawn}"`);
    expect(page).toMatch(/one \u2192 two: negative to positive/);
    expect(page).toMatch(/<dt>negative to positive, labelled positive<\/dt><dd>item \d+/);
    expect(page).toContain('<dt>lack one (NOT_ASKED)</dt><dd>lost &lt;one&gt;</dd>');
    // In strata, too, what is not there has its reason.
    expect(page).toMatch(/site not stated, one: [^<]*AUC: no item is labelled negative/);
  });

  it('of eight scores calls them by letters, says once which is which, and how many pairs were looked at', () => {
    const page = reportOf(60, NAMES);
    for (const name of NAMES) expect(page.split(name)).toHaveLength(2);
    expect(page).toContain('28 pairs were looked at');
    expect(page).toContain('<dt>lack A (NOT_ASKED)</dt>');
    expect(page).not.toContain('<dt>negative to positive');
  });

  it.each([0, 1, 2])('of %i items has no number that is none', (n) => {
    expect(reportOf(n, ['one', 'two'])).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

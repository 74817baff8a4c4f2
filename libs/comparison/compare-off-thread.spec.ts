import { Cancelled, DeadlineExceeded, TableInvalid } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { compareOffThread, compareScores, readScoreTable } from './index.js';
import { ASAH, column, OPTIONS, score, stated } from './spec-support/stated.js';

const asah = stated(ASAH, {
  outcome: { kind: 'BINARY', column: column('outcome', 'label'), positive: 'Poor', negative: 'Good' },
  scores: [score('wfns', { threshold: 3 }), score('s100b', { threshold: 0.2 }), score('ndka')],
});

describe('in a worker thread', () => {
  const never = new AbortController().signal;
  const task = {
    source: { kind: 'FILE', stated: asah },
    options: OPTIONS,
    head: { title: 'aSAH', facts: [], remarks: [] },
  } as const;

  it('the same is found', async () => {
    const { comparison, leftOut } = await compareOffThread(task, { signal: never, timeoutMs: 20_000 });
    expect(comparison).toEqual(compareScores(readScoreTable(asah).table, OPTIONS));
    expect(leftOut).toEqual([]);
  });

  it('refusals keep their class and their lines', async () => {
    const broken = { ...task, source: { kind: 'FILE', stated: stated('label,a\nyes,x\n') } } as const;
    await expect(compareOffThread(broken, { signal: never, timeoutMs: 20_000 })).rejects.toThrow(TableInvalid);
    await expect(compareOffThread(broken, { signal: never, timeoutMs: 20_000 })).rejects.toThrow(
      /line 2, column 2 \(score\)/,
    );
  });

  it('it ends with its caller, and with its time', async () => {
    const long = { ...task, options: { ...OPTIONS, draws: 1_000_000 } };
    const started = performance.now();
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('gone')), 100);
    await expect(compareOffThread(long, { signal: abort.signal, timeoutMs: 60_000 })).rejects.toThrow(Cancelled);
    await expect(compareOffThread(long, { signal: never, timeoutMs: 100 })).rejects.toThrow(DeadlineExceeded);
    await expect(compareOffThread(long, { signal: abort.signal, timeoutMs: 100 })).rejects.toThrow(Cancelled);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

import { describe, expect, it } from 'vitest';
import { sharedNumbers } from './expression-matrix.js';
import { scoreMatrix } from './score-matrix.js';
import { DEFAULT_METHODS } from './scoring-method.js';

const GENES = 400;
const SAMPLES = 6;
const genes = Array.from({ length: GENES }, (_, gene) => `G${gene}`);
const samples = Array.from({ length: SAMPLES }, (_, sample) => `S${sample}`);
const values = sharedNumbers(GENES * SAMPLES);
values.forEach((_, at) => (values[at] = Math.sin(at * 1.7)));
const task = {
  matrix: { names: Buffer.from(`${genes.join('\n')}\n\n${samples.join('\n')}\n\n`), values },
  reference: null,
  sets: Buffer.from(`EVEN\t\t${genes.filter((_, at) => at % 8 === 0).join('\t')}\n`),
  method: DEFAULT_METHODS.GSVA,
  ...{ minSize: 10, maxSize: 500 },
};
const score = (more: object = {}, signal = new AbortController().signal) =>
  scoreMatrix({ ...task, ...more }, { signal, timeoutMs: 60_000 });

describe('the thread that scores matrices', () => {
  it('gives the same again, one after the other and side by side, by whatever method it was asked before', async () => {
    const first = await score();
    await score({ method: DEFAULT_METHODS.SINGSCORE });
    for (const again of [await score(), ...(await Promise.all([score(), score()]))])
      expect([...again.scores]).toEqual([...first.scores]);
  });

  it('is ended by whoever gives up, and the next one has another', async () => {
    await score();
    const abort = new AbortController();
    const given = score({}, abort.signal);
    abort.abort();
    await expect(given).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await score()).setCount).toBe(1);
  });

  it('goes on after a question that it refuses', async () => {
    await expect(score({ minSize: 0 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await score()).setCount).toBe(1);
  });
});

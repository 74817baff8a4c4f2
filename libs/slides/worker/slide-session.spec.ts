import { Cancelled, DeadlineExceeded, SlideUnreadable } from '#libs/errors';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { SlideSession } from './slide-session.js';

/** A real thread that misbehaves as told. */
function sessionWith(code: string, signal: AbortSignal = new AbortController().signal, quietMs = 5000) {
  const worker = new Worker(`const { parentPort } = require('node:worker_threads'); ${code}`, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  return { worker, session: new SlideSession(worker, signal, quietMs) };
}

const ask = { kind: 'inspect', path: 'none' } as const;

describe('slide session', () => {
  it.each([
    ['throws', "parentPort.on('message', () => { throw new TypeError('x'); });"],
    ['exits', "parentPort.on('message', () => process.exit(3));"],
    [
      'runs out of memory',
      "parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1000).fill({})); });",
    ],
  ])('turns a worker that %s into an unreadable slide', async (_, code) => {
    const { session } = sessionWith(code);
    await expect(session.ask(ask)).rejects.toThrow(SlideUnreadable);
    await expect(session.ask(ask)).rejects.toThrow(SlideUnreadable);
    await session.close();
  });

  it('ends a worker that never answers, at the deadline', async () => {
    const { session, worker } = sessionWith(
      "parentPort.on('message', (m) => m.kind === 'stop' && process.exit());",
      undefined,
      50,
    );
    const gone = once(worker, 'exit');
    await expect(session.ask(ask)).rejects.toThrow(DeadlineExceeded);
    await gone;
  });

  it('ends a worker by force that does not listen', async () => {
    const { session, worker } = sessionWith("parentPort.on('message', () => { for (;;); });", undefined, 50);
    const gone = once(worker, 'exit');
    await expect(session.ask(ask)).rejects.toThrow(DeadlineExceeded);
    await gone;
  });

  it('lets a worker go on that reports progress', async () => {
    const code = `parentPort.on('message', (m) => { if (m.kind === 'stop') process.exit();
      let n = 0; const t = setInterval(() => { if (n++ < 8) return parentPort.postMessage({ kind: 'progress' });
      clearInterval(t); parentPort.postMessage({ kind: 'answer', answer: { kind: 'batch', batch: null } }); }, 50); });`;
    const { session } = sessionWith(code, undefined, 1000);
    await expect(session.ask(ask)).resolves.toEqual({ kind: 'batch', batch: null });
    await session.close();
  });

  it('stops on abort with a name', async () => {
    const abort = new AbortController();
    const { session, worker } = sessionWith(
      "parentPort.on('message', (m) => m.kind === 'stop' && process.exit());",
      abort.signal,
    );
    const gone = once(worker, 'exit');
    const answer = session.ask(ask);
    abort.abort();
    await expect(answer).rejects.toThrow(Cancelled);
    await gone;
  });
});

import { describe, expect, it } from 'vitest';
import { Cancelled, Overloaded } from '#libs/errors';
import { Admission } from './admission.js';

const forever = new AbortController().signal;

describe('admission', () => {
  it('lets in, queues in order, and sheds', async () => {
    const admission = new Admission(1, 2);
    const order: string[] = [];
    const release = await admission.enter(forever);
    const second = admission.enter(forever).then((next) => (order.push('second'), next));
    const third = admission.enter(forever).then((next) => (order.push('third'), next));
    await expect(admission.enter(forever)).rejects.toBeInstanceOf(Overloaded);
    expect(admission.load).toEqual({ running: 1, queued: 2 });
    release();
    release(); // a second call gives nothing away
    (await second)();
    (await third)();
    expect(order).toEqual(['second', 'third']);
    expect(admission.load).toEqual({ running: 0, queued: 0 });
  });

  it('forgets one who gave up waiting', async () => {
    const admission = new Admission(1, 1);
    const release = await admission.enter(forever);
    const controller = new AbortController();
    const waiting = admission.enter(controller.signal);
    controller.abort(new Cancelled());
    await expect(waiting).rejects.toBeInstanceOf(Cancelled);
    expect(admission.load).toEqual({ running: 1, queued: 0 });
    release();
    expect(admission.load).toEqual({ running: 0, queued: 0 });
    await expect(admission.enter(controller.signal)).rejects.toBeInstanceOf(Cancelled);
  });

  it('gives back a place that was queued for', async () => {
    const admission = new Admission(1, 1);
    const release = await admission.enter(forever);
    const waiting = admission.enter(forever);
    release();
    const next = await waiting;
    expect(admission.load.running).toBe(1);
    next();
    expect(admission.load.running).toBe(0);
  });
});

import { expect } from 'vitest';
import { AuditLog, PostgresAuditSink } from '#gateway/audit';
import type { Fleet } from './fleet.js';
import type { TrafficLane } from './traffic.js';

/** A job as the database has it. */
export interface JobRow {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  /** `host:pid:...` while it runs. */
  readonly worker: string | null;
}

export function jobsOf({ store }: Fleet): Promise<readonly JobRow[]> {
  return store.dataSource.query('SELECT id, state, attempts, worker FROM job');
}

/** Each job ended once, the killed worker's with one attempt more, and there is one bag a slide. */
export async function expectEachOnce(
  fleet: Fleet,
  begun: readonly { slideId: string; jobId: string }[],
  left: readonly string[],
): Promise<void> {
  const rows = await jobsOf(fleet);
  expect(rows.map(({ id }) => id).sort()).toEqual(begun.map(({ jobId }) => jobId).sort());
  for (const { id, state, attempts } of rows) {
    expect([id, state, attempts]).toEqual([id, 'SUCCEEDED', left.includes(id) ? 2 : 1]);
  }
  const bags: { slide_id: string }[] = await fleet.store.dataSource.query('SELECT slide_id FROM feature_bag');
  expect(bags.map((bag) => bag.slide_id).sort()).toEqual(begun.map(({ slideId }) => slideId).sort());
}

/** What was acknowledged is there once: the slides by name, each request's audit row, and the chain holds. */
export async function expectAcknowledged(fleet: Fleet, lanes: readonly TrafficLane[]): Promise<void> {
  const { dataSource } = fleet.store;
  const added: { name: string }[] = await dataSource.query('SELECT name FROM slide');
  const times = (name: string): number => added.filter((row) => row.name === name).length;
  for (const name of lanes.flatMap((each) => each.added)) expect([name, times(name)]).toEqual([name, 1]);
  const sink = new PostgresAuditSink(dataSource);
  expect(await new AuditLog(sink).verifyChain()).toMatchObject({ kind: 'intact' });
  const audited = new Map<string, number>();
  for (const { requestId } of await sink.read(0, 100_000)) audited.set(requestId, (audited.get(requestId) ?? 0) + 1);
  for (const id of lanes.flatMap(({ answered }) => answered)) expect([id, audited.get(id)]).toEqual([id, 1]);
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#libs/database';
import { MlflowWriter } from '#libs/mlflow-client';
import { settleAll, ThroughWriter, type ModelRegistry, type WriteContent, type WriteIntent } from '#model-registry';
import { StoredJournal, StoredOutbox } from '#gateway/registry-journal';
import { FakeMlflow } from '#test/fake-mlflow';
import { storeKinds, type TestStore } from '#test/stores';
import { WRITER } from '#test/written-registry';

const { signal } = new AbortController();
const NAME = 'focus';

/** One of several gateways on a store. */
class OneGateway {
  readonly journal: StoredJournal;
  readonly outbox: StoredOutbox;
  readonly through: ThroughWriter;

  constructor(database: Database) {
    const store = Promise.resolve(database.dataSource);
    this.journal = new StoredJournal(store);
    this.outbox = new StoredOutbox(store, this.journal);
    this.through = new ThroughWriter(this.journal, this.outbox);
  }
}

describe.each(storeKinds)('intents of two gateways on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('before one server', () => {
    let store: TestStore;
    let database: Database;
    let server: FakeMlflow;
    let writer: MlflowWriter;
    let a: OneGateway;
    let b: OneGateway;
    let alias: string;

    beforeAll(async () => {
      [server, store] = await Promise.all([FakeMlflow.start(), kind.create()]);
      database = await store.open();
      writer = new MlflowWriter({ url: server.url, timeoutMs: 300 });
      [a, b] = [new OneGateway(database), new OneGateway(database)];
    });
    afterAll(async () => {
      writer?.close();
      await database?.close();
      await Promise.all([server?.stop(), store?.remove()]);
    });
    beforeEach(() => {
      alias = `a-${randomUUID()}`;
      server.hold(
        ['1', '2', '3'].map((version) => ({ name: NAME, version })),
        { [NAME]: { [alias]: '1' } },
      );
    });

    const place = () => ({ kind: 'ALIAS', name: NAME, alias }) as const;
    const contentOf = (version: string): WriteContent => {
      return { kind: 'ALIAS_SET', version, subject: alias, document: { before: '1', sourceVersion: '1' } };
    };
    const request = (idempotencyKey: string | null = null, asked: unknown = alias) => {
      return { source: 'site', name: NAME, writer: WRITER, idempotencyKey, asked };
    };
    const wish = (after: string, seenSeq: number) => {
      const decide = () => ({ kind: 'WRITE', content: contentOf(after) }) as const;
      return { place: place(), before: '1', after, seenSeq, decide };
    };
    const lastSeq = async (): Promise<number> => (await a.journal.read('site', signal)).at(-1)?.seq ?? 0;
    const begin = async (after: string, key: string | null = null): Promise<WriteIntent> => {
      const begun = await a.outbox.begin(request(key), wish(after, await lastSeq()));
      if (begun.kind !== 'BEGUN') throw new Error(begun.kind);
      return begun.intent;
    };
    const settledBy = async ({ outbox, through }: OneGateway, settleAfterMs: number): Promise<readonly string[]> => {
      const registry: Pick<ModelRegistry, 'serverOf' | 'reloadSource'> = {
        serverOf: () => ({ writer, settleAfterMs }),
        reloadSource: () => Promise.reject(new Error('nothing is read here')),
      };
      return (await settleAll(registry, outbox, through, signal)).map(({ end }) => end);
    };

    it('are one a place: the second gateway meets the intent of the first and does not send', async () => {
      const intent = await begin('2');
      const met = await b.outbox.begin(request(), wish('3', await lastSeq()));
      expect(met).toEqual({ kind: 'PENDING', intent });
      await a.outbox.abandon(intent, 'NOT_DONE', '1');
      expect((await b.outbox.begin(request(), wish('3', await lastSeq()))).kind).toBe('BEGUN');
      expect(await settledBy(b, 0)).toEqual(['NOT_DONE']);
    });

    it('become one write, however many confirm them', async () => {
      const intent = await begin('2', `key-${alias}`);
      await writer.write(place(), intent.after, signal);
      const [first, second] = await Promise.all([a.outbox.confirm(intent), b.outbox.confirm(intent)]);
      expect(first.seq).toBe(second.seq);
      // Who was slow and gave it up does not undo it.
      await a.outbox.abandon(intent, 'NOT_DONE', '1');
      expect((await b.outbox.confirm(intent)).seq).toBe(first.seq);
      const writes = (await b.journal.read('site', signal)).filter(({ subject }) => subject === alias);
      expect(writes).toMatchObject([
        { seq: first.seq, version: '2', caller: WRITER.caller, requestId: WRITER.requestId },
      ]);
      const again = await b.outbox.begin(request(`key-${alias}`), wish('2', 0));
      expect(again).toMatchObject({ kind: 'REPEATED', write: { seq: first.seq } });
    });

    it('are not begun on a look from before the last write, nor under a key of another request', async () => {
      const seenSeq = await lastSeq();
      const intent = await begin('2', `key-${alias}`);
      await expect(b.outbox.begin(request(`key-${alias}`, 'another'), wish('2', seenSeq))).rejects.toMatchObject({
        code: 'CONFLICT',
        facts: { argument: 'idempotencyKey' },
      });
      await a.outbox.confirm(intent);
      expect(await b.outbox.begin(request(), wish('3', seenSeq))).toEqual({ kind: 'STALE' });
    });

    it('stay unsettled as long as they may arrive, unless the server has them already', async () => {
      const intent = await begin('2');
      expect(await settledBy(b, 60_000)).toEqual([]);
      await writer.write(place(), intent.after, signal);
      expect(await settledBy(b, 60_000)).toEqual(['DONE']);
      expect(await settledBy(a, 0)).toEqual([]);
    });

    it('are given up when the server has what it had, and recorded as a conflict when it has something else', async () => {
      await begin('2');
      expect(await settledBy(b, 0)).toEqual(['NOT_DONE']);
      await begin('2');
      server.models = { [NAME]: { [alias]: '3' } };
      expect(await settledBy(b, 0)).toEqual(['CONFLICT']);
      const [row] = await database.dataSource.query(
        `SELECT found, settled_at IS NOT NULL AS settled FROM registry_intent WHERE state = 'CONFLICT'`,
      );
      expect(row).toEqual({ found: '3', settled: true });
      expect(server.models[NAME]).toEqual({ [alias]: '3' });
    });

    it('wait for a server that cannot be looked at', async () => {
      await begin('2');
      server.fault = () => true;
      expect(await settledBy(b, 0)).toEqual([]);
      server.fault = () => false;
      expect(await settledBy(b, 0)).toEqual(['NOT_DONE']);
    });
  });
});

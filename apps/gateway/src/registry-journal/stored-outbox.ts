import { randomUUID } from 'node:crypto';
import {
  canonicalJson,
  jsonDigest,
  type BeginOutcome,
  type IntentEnd,
  type IntentWish,
  type RegistryWrite,
  type WriteIntent,
  type WriteOutbox,
  type WriteRequest,
} from '#model-registry';
import { insertOrIgnore } from '#libs/database';
import type { DataSource, EntityManager } from 'typeorm';
import { earlierWrite, keyIsTaken } from './earlier-write.js';
import { RegistryIntentRow } from './registry-intent.entity.js';
import type { JournalDesk, StoredJournal } from './stored-journal.js';
import { toIntent, toIntentRow } from './to-intent.js';
import { orUnstorable } from './unstorable.js';

/** The intents in the table `registry_intent`. They begin and are confirmed under the journal's own lock. */
export class StoredOutbox implements WriteOutbox {
  /** @param dataSource may still be opening: whoever asks waits for it */
  constructor(
    private readonly dataSource: Promise<DataSource>,
    private readonly journal: StoredJournal,
  ) {
    dataSource.catch(() => undefined); // whoever asks meets the failure
  }

  begin({ asked, ...request }: WriteRequest, wish: IntentWish): Promise<BeginOutcome> {
    const requestDigest = orUnstorable(() => jsonDigest(asked));
    return this.journal.alone((desk) => beginAlone(desk, { ...request, requestDigest }, wish));
  }

  confirm(intent: WriteIntent): Promise<RegistryWrite> {
    return this.journal.alone(async ({ manager, known, insert }) => {
      const row = await manager.findOneByOrFail(RegistryIntentRow, { id: intent.id });
      const done = known.find(({ seq }) => String(seq) === row.seq) ?? earlierWrite(known, intent);
      const write = done ?? (await insert(intent));
      const settledAt = new Date();
      await manager.update(
        RegistryIntentRow,
        { id: intent.id },
        { state: 'DONE', seq: String(write.seq), found: null, settledAt },
      );
      return write;
    });
  }

  async abandon({ id }: WriteIntent, end: IntentEnd, found: string | null): Promise<void> {
    const { manager } = await this.dataSource;
    // Only while nobody has settled it otherwise.
    await manager.update(RegistryIntentRow, { id, state: 'UNSETTLED' }, { state: end, found, settledAt: new Date() });
  }

  async unsettled(): Promise<readonly WriteIntent[]> {
    const { manager } = await this.dataSource;
    return unsettledIn(manager);
  }
}

type Keyed = Omit<WriteRequest, 'asked'> & { readonly requestDigest: string };

async function beginAlone({ manager, known }: JournalDesk, request: Keyed, wish: IntentWish): Promise<BeginOutcome> {
  const repeated = earlierWrite(known, request);
  if (repeated) return { kind: 'REPEATED', write: repeated };
  const { source, name } = request;
  const open = await unsettledIn(manager);
  if (open.some((intent) => isSameKey(intent, request) && intent.requestDigest !== request.requestDigest)) {
    throw keyIsTaken({});
  }
  const place = canonicalJson(wish.place);
  const rival = open.find((intent) => intent.source === source && canonicalJson(intent.place) === place);
  if (rival) return { kind: 'PENDING', intent: rival };
  const writes = known.filter((write) => write.source === source && write.name === name);
  if (writes.some(({ seq }) => seq > wish.seenSeq)) return { kind: 'STALE' };
  const decision = wish.decide(writes);
  if (decision.kind === 'UNCHANGED') return { kind: 'UNCHANGED' };
  const { before, after } = wish;
  const stamp = { id: randomUUID(), at: new Date().toISOString() };
  const intent: WriteIntent = { ...request, ...stamp, content: decision.content, place: wish.place, before, after };
  await insertOrIgnore(manager, RegistryIntentRow, [orUnstorable(() => toIntentRow(intent))]);
  return { kind: 'BEGUN', intent };
}

async function unsettledIn(manager: EntityManager): Promise<readonly WriteIntent[]> {
  const rows = await manager.find(RegistryIntentRow, { where: { state: 'UNSETTLED' }, order: { at: 'ASC' } });
  return rows.map(toIntent);
}

function isSameKey(intent: WriteIntent, { writer, idempotencyKey }: Keyed): boolean {
  const { tenant, caller } = intent.writer;
  return (
    idempotencyKey !== null &&
    intent.idempotencyKey === idempotencyKey &&
    tenant === writer.tenant &&
    caller === writer.caller
  );
}

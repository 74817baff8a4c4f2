import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditLog, PostgresAuditSink } from '#gateway/audit';
import type { Database } from '#libs/database';
import { storeKinds, type TestStore } from '#test/stores';

const GATEWAYS = 3;
const CALLERS = 4;
const EACH = 30;

describe.each(storeKinds)('the audit record of several gateways on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('who all write at once', () => {
    let store: TestStore;
    let database: Database;

    beforeAll(async () => {
      store = await kind.create();
      database = await store.open();
    });
    afterAll(async () => {
      await database?.close();
      await store?.remove();
    });

    it('is one chain without a gap, and nobody is refused', async () => {
      const logs = Array.from({ length: GATEWAYS }, () => new AuditLog(new PostgresAuditSink(database.dataSource)));
      const write = async (log: AuditLog, caller: string): Promise<void> => {
        for (let i = 0; i < EACH; i += 1) {
          const requestId = `${caller}-${i}`;
          await log.record({
            tenant: 'a',
            caller,
            operation: 'viewer',
            kind: 'query',
            models: [],
            outcome: 'OK',
            requestId,
          });
        }
      };
      await Promise.all(
        logs.flatMap((log, gateway) =>
          Array.from({ length: CALLERS }, (_, caller) => write(log, `${gateway}.${caller}`)),
        ),
      );
      const rows = GATEWAYS * CALLERS * EACH;
      expect(await logs[0]?.verifyChain()).toMatchObject({ kind: 'intact', rows });
    });
  });
});

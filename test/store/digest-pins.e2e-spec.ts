import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoredPins } from '#gateway/digest-pins';
import type { Database } from '#libs/database';
import { storeKinds, type TestStore } from '#test/stores';

const signal = new AbortController().signal;

describe.each(storeKinds)('pinned digests on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('a store of pins', () => {
    let store: TestStore;
    let database: Database;
    let pins: StoredPins;

    beforeAll(async () => {
      store = await kind.create();
      database = await store.open();
      pins = new StoredPins(Promise.resolve(database.dataSource));
    });
    afterAll(async () => {
      await database?.close();
      await store?.remove();
    });

    it('gives back what was added, in more than one page, each source its own', async () => {
      const many = new Map(Array.from({ length: 450 }, (_, i) => [`model-${i}/1`, `digest-${i}`]));
      expect(await pins.add('site-a', many, signal)).toEqual(new Map());
      await pins.add('site-b', new Map([['model-1/1', 'another']]), signal);
      expect(await pins.load('site-a', signal)).toEqual(many);
      expect(await pins.load('site-b', signal)).toEqual(new Map([['model-1/1', 'another']]));
    });

    it('keeps the first digest, and says which it is', async () => {
      const again = new Map([
        ['model-1/1', 'digest-1'],
        ['model-2/1', 'changed'],
        ['model-2/1#record', 'new'],
      ]);
      expect(await pins.add('site-a', again, signal)).toEqual(new Map([['model-2/1', 'digest-2']]));
      const stored = await pins.load('site-a', signal);
      expect([stored.get('model-2/1'), stored.get('model-2/1#record')]).toEqual(['digest-2', 'new']);
    });
  });
});

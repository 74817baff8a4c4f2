import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#libs/database';
import { Conflict } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { storeKinds, type TestStore } from '#test/stores';
import {
  copyModel,
  MODEL,
  openWritten,
  OPTIONS,
  recordFor,
  removeModel,
  SHIPPED,
  V2_FOLDER,
  WRITER,
  writeRecordFile,
  type WrittenRegistry,
} from '#test/written-registry';

const V2 = `local:${MODEL}/2`;
const signal = new AbortController().signal;

describe.each(storeKinds)('the journal over a directory, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('read and written', () => {
    let store: TestStore;
    let database: Database;
    let written: WrittenRegistry;

    beforeAll(async () => {
      store = await kind.create();
      database = await store.open();
      written = await openWritten(await copyModel(), database.dataSource);
    });
    afterAll(async () => {
      await written?.registry.close();
      await database?.close();
      await store?.remove();
      await removeModel(written?.directory);
    });

    const source = () => written.registry.snapshot().sources[0];
    const version = (): ModelVersion | null => written.registry.snapshot().find('local', MODEL, '2');
    const digestOf = (id: string) => version()?.calibrations.find(({ record }) => record.id === id)?.digest;
    const add = async (id: string, site = id, by = written) =>
      by.writer.addCalibration({ model: V2, record: await recordFor(id, site) }, OPTIONS, WRITER, signal);

    it('shows what another gateway on the same store wrote, after the next reading', async () => {
      const other = await openWritten(written.directory, database.dataSource);
      await add('from-elsewhere', 'a', other);
      expect(digestOf('from-elsewhere')).toBeUndefined();
      const { id } = written.registry.snapshot();
      await written.registry.reloadSource('local', signal);
      expect(digestOf('from-elsewhere')).toBe(
        other.registry
          .snapshot()
          .find('local', MODEL, '2')
          ?.calibrations.find(({ addition }) => addition)?.digest,
      );
      expect(written.registry.snapshot().id).not.toBe(id);
      await other.registry.close();
    });

    it('gives places without gaps to those who write at once, and each sees the ones before', async () => {
      const other = await openWritten(written.directory, database.dataSource);
      const same = Array.from({ length: 6 }, (_, i) => add('twice', 'twice', i % 2 === 0 ? written : other));
      const own = ['p', 'q', 'r', 's'].map((id, i) => add(id, id, i % 2 === 0 ? written : other));
      const results = await Promise.all([...same, ...own]);
      expect(results.slice(0, 6).filter(({ outcome }) => outcome === 'WRITTEN')).toHaveLength(1);
      expect(results.slice(6).map(({ outcome, isInService }) => [outcome, isInService])).toEqual(
        Array(4).fill(['WRITTEN', true]),
      );
      const seqs = (await written.journal.read('local', signal)).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, i) => i + 1));
      expect(seqs.length).toBe(6);
      await other.registry.close();
    });

    it('keeps an acknowledged record when a file takes its id with other content, and says so', async () => {
      await add('mine');
      const before = digestOf('mine');
      await writeRecordFile(written.directory, await recordFor('mine', 'another'));
      await written.registry.reloadSource('local', signal);
      expect(digestOf('mine')).toBe(before);
      expect(source()?.quarantined).toMatchObject([
        { path: `${V2_FOLDER}/calibrations/mine.json`, reason: expect.stringContaining('that one stays') },
      ]);
      // The same content is the same record, wherever it lies.
      await writeRecordFile(written.directory, await recordFor('mine', 'mine'));
      await written.registry.reloadSource('local', signal);
      expect(digestOf('mine')).toBe(before);
      expect(source()?.quarantined).toEqual([]);
    });

    it('does not take a record whose id a file had, even when the file is gone', async () => {
      await writeRecordFile(written.directory, await recordFor('gone', 'x'));
      await written.registry.reloadSource('local', signal);
      await rm(join(written.directory, V2_FOLDER, 'calibrations/gone.json'));
      await written.registry.reloadSource('local', signal);
      expect(digestOf('gone')).toBeUndefined();
      await expect(add('gone', 'y')).rejects.toThrow(Conflict);
    });

    it('is all or nothing: when it cannot be read, what was known stays, retirements with it', async () => {
      const asked = { model: V2, id: SHIPPED, reason: 'Tried out.' };
      await written.writer.retireCalibration(asked, OPTIONS, WRITER, signal);
      const unknown = `INSERT INTO registry_write (seq, source, name, version, kind, subject, document, digest, tenant, caller,
        request_id, request_digest, at) VALUES (1000, 'local', '${MODEL}', '2', 'OF_A_NEWER_RELEASE', '', '{}', '', '', '', '', '', now())`;
      await database.dataSource.query(unknown);
      const late = add('late');
      await expect(late).rejects.toMatchObject({ code: 'REGISTRY_UNAVAILABLE' });
      await written.registry.reloadSource('local', signal);
      expect(source()).toMatchObject({ state: 'STALE', lastError: { message: expect.stringContaining('newer') } });
      expect(version()?.calibrations.find(({ record }) => record.id === SHIPPED)?.retirement).toMatchObject({
        by: 'writer',
        reason: 'Tried out.',
      });
      const fresh = await openWritten(written.directory, database.dataSource);
      expect(fresh.registry.snapshot().sources[0]?.state).toBe('DOWN');
      expect(fresh.registry.snapshot().models).toEqual([]);
      await fresh.registry.close();
      await database.dataSource.query('DELETE FROM registry_write WHERE seq = 1000');
      await written.registry.reloadSource('local', signal);
      expect(source()?.state).toBe('FRESH');
    });

    it('acknowledges a write that the registry cannot show yet, and says why', async () => {
      const before = written.registry.snapshot();
      await rm(join(written.directory, MODEL), { recursive: true });
      await writeFile(join(written.directory, MODEL), 'no directory');
      const { outcome, isInService, notices } = await add('unseen');
      expect([outcome, isInService]).toEqual(['WRITTEN', false]);
      expect(notices[0]).toContain('stored and will not be lost');
      expect(before.find('local', MODEL, '2')).not.toBeNull();
      expect(source()?.quarantined).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ reason: expect.stringContaining('does not have it any more') }),
        ]),
      );
    });
  });
});

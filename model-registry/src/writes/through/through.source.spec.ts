import { describe, expect, it } from 'vitest';
import type { RegistrySource } from '../../sources/registry-source.js';
import type { RegistryJournal } from '../registry-journal.js';
import type { RegistryWrite, WriteContent } from '../registry-write.js';
import { NOTHING_WRITTEN, recordKey, type WrittenLayer } from '../written-layer.js';
import { ThroughSource } from './through.source.js';

const AT = '2026-11-21T12:00:00.000Z';
const { signal } = new AbortController();

function written(...contents: readonly WriteContent[]): RegistryJournal {
  const place = { source: 'site', name: 'focus', digest: '', tenant: 't', caller: 'ann', requestId: '' };
  const writes = contents.map((content, i): RegistryWrite => {
    return { ...place, ...content, seq: i + 1, idempotencyKey: null, requestDigest: '', at: AT };
  });
  return { read: () => Promise.resolve(writes), append: () => Promise.reject(new Error('nothing is written here')) };
}

async function layer(
  aliases: Readonly<Record<string, string>>,
  server: Partial<WrittenLayer>,
  journal: RegistryJournal,
): Promise<WrittenLayer> {
  const document = { kind: 'JSON', path: 'focus/aliases', json: aliases, since: AT } as const;
  const inner: RegistrySource = {
    ...{ id: 'site', kind: 'MLFLOW', pollMs: 0, isRemote: true },
    propose: () =>
      Promise.resolve({
        ...{ versions: [], refused: [], unreadable: [], withoutCard: 0 },
        aliases: [{ name: 'focus', document }],
        written: { ...NOTHING_WRITTEN, ...server },
      }),
  };
  const { written: found = NOTHING_WRITTEN } = await new ThroughSource(inner, journal).propose(signal);
  return found;
}

describe('a source that is written through', () => {
  const moved = (version: string): WriteContent => {
    return { kind: 'ALIAS_SET', version, subject: 'champion', document: { before: null, sourceVersion: null } };
  };

  it('says who moved an alias as long as the server has it so', async () => {
    expect((await layer({ champion: '2' }, {}, written(moved('2')))).moves.get('focus')?.get('champion')).toMatchObject(
      {
        by: 'ann',
        version: '2',
      },
    );
    expect((await layer({ champion: '1' }, {}, written(moved('2')))).moves.get('focus')?.size).toBe(0);
    expect((await layer({}, {}, written(moved('2')))).moves.get('focus')?.size).toBe(0);
  });

  it('keeps a record retired whose tag was taken away, and says why where the journal knows', async () => {
    const key = recordKey('focus', '1', 'a');
    const retired: WriteContent = {
      ...{ kind: 'CALIBRATION_RETIRED', version: '1', subject: 'a' },
      document: { reason: 'New scanner.', recordDigest: '' },
    };
    const known = { by: 'ann', at: AT, reason: 'New scanner.' };
    expect((await layer({}, {}, written(retired))).retirements.get(key)).toEqual(known);
    const said = new Map([[key, { by: null, at: '2026-01-01T00:00:00.000Z', reason: null }]]);
    expect((await layer({}, { retirements: said }, written(retired))).retirements.get(key)).toEqual(known);
    expect((await layer({}, { retirements: said }, written())).retirements).toEqual(said);
  });

  it('has the tags of the server, with who set those that it still has', async () => {
    const tag = (key: string, value: string) => ({ key, value, by: null, at: null });
    const notes = new Map([['focus', { tags: [tag('a', '1'), tag('b', 'other')], description: 'x' }]]);
    const set = (subject: string, value: string): WriteContent => {
      return { kind: 'TAG_SET', version: null, subject, document: { value } };
    };
    const found = await layer({}, { notes }, written(set('a', '1'), set('b', '2'), set('gone', '3')));
    expect(found.notes.get('focus')).toEqual({
      tags: [{ key: 'a', value: '1', by: 'ann', at: AT }, tag('b', 'other')],
      description: 'x',
    });
  });
});

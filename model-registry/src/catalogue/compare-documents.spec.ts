import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical-json.js';
import { edited } from '../testing/edit-json.js';
import { biomarkerCard, calibrationRecord } from '../testing/sample-cards.js';
import { compareDocuments } from './compare-documents.js';

const card = biomarkerCard();

/** The same document with every object's members the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turned(member)]),
  );
}

describe('compareDocuments', () => {
  it('finds nothing where only the order of members differs', () => {
    expect(JSON.stringify(turned(card))).not.toBe(JSON.stringify(card));
    expect(compareDocuments(card, turned(card))).toEqual([]);
  });

  it.each([
    ['/licence/spdxOrName', 'MIT', 'CHANGED'],
    ['/identity/parent', { model: 'a', version: '1' }, 'CHANGED'],
    ['/intendedUse/stains', ['IHC', 'HE'], 'CHANGED'],
    ['/extractor', undefined, 'REMOVED'],
    ['/output/targets/0/classes', ['present', 'absent'], 'CHANGED'],
    ['/output/tensors/1', undefined, 'REMOVED'],
    ['/a~1b', 1, 'ADDED'],
  ])('names one change at %s', (pointer, value, kind) => {
    const changed = pointer === '/a~1b' ? { ...card, 'a/b': 1 } : compact(edited(card, pointer, value));
    expect(compareDocuments(card, changed)).toMatchObject([{ pointer, kind }]);
    const [back] = compareDocuments(changed, card);
    const opposite = { CHANGED: 'CHANGED', ADDED: 'REMOVED', REMOVED: 'ADDED' }[kind];
    expect(back).toMatchObject({ pointer, kind: opposite });
  });

  it('compares named items by name, and tells another order from other items', () => {
    const [logit, attention] = card.output.tensors;
    const added = { name: 'extra', datatype: 'FP32', shape: [1], axes: ['x'] };
    const before = { tensors: [logit, attention] };
    expect(compareDocuments(before, { tensors: [added, logit, attention] })).toEqual([
      { pointer: '/tensors/0', kind: 'ADDED', from: undefined, to: added },
    ]);
    expect(compareDocuments(before, { tensors: [attention, logit] })).toEqual([
      { pointer: '/tensors', kind: 'REORDERED', from: ['logit', 'attention'], to: ['attention', 'logit'] },
    ]);
    expect(compareDocuments(before, { tensors: [attention, { ...logit, datatype: 'FP16' }] })).toMatchObject([
      { kind: 'REORDERED' },
      { pointer: '/tensors/1/datatype', kind: 'CHANGED', from: 'FP32', to: 'FP16' },
    ]);
  });

  // Every single edit of a real document is found, and found at or above its place.
  it('misses no edit of any value of a card and a record', () => {
    for (const document of [card, calibrationRecord()]) {
      const pointers = pointersOf(document);
      expect(pointers.length).toBeGreaterThan(30);
      for (const pointer of pointers) {
        const other = edited(document, pointer, 'something else');
        const changes = compareDocuments(document, other);
        expect(changes.length, pointer).toBeGreaterThan(0);
        for (const change of changes) {
          const isNear =
            `${pointer}/`.startsWith(`${change.pointer}/`) ||
            change.pointer.startsWith(pointer.replace(/\/[^/]*$/, ''));
          expect(isNear, `${change.pointer} for ${pointer}`).toBe(true);
        }
        expect(canonicalJson(other)).not.toBe(canonicalJson(document));
      }
    }
  });
});

function compact(document: unknown): unknown {
  return JSON.parse(
    JSON.stringify(document, (_, value: unknown) =>
      Array.isArray(value) ? value.filter((item) => item !== undefined) : value,
    ),
  );
}

function pointersOf(value: unknown, pointer = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const below = Object.entries(value).flatMap(([name, member]) => pointersOf(member, `${pointer}/${name}`));
  return pointer === '' ? below : [pointer, ...below];
}

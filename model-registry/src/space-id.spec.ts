import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ModelCard } from './card/model-card.js';
import { parseModelCard } from './card/parse-model-card.js';
import { parseModelRef } from './model-ref.js';
import { spaceId, spaceIdOf } from './space-id.js';
import { edited } from './testing/edit-json.js';
import { Registries } from './testing/registries.js';
import { alignmentCard } from './testing/sample-alignment.js';
import { biomarkerCard } from './testing/sample-cards.js';

const TOWERS = ['a'.repeat(64), 'b'.repeat(64)];
const changed = (pointer: string, value: unknown): ModelCard => parseModelCard(edited(alignmentCard(), pointer, value));

describe('the identity of a shared space', () => {
  // hashlib.sha256(rfc8785.dumps({"head": ..., "model": [], "vocabulary": None})), Python package rfc8785 0.1.4.
  it('is the digest that another implementation of RFC 8785 gives', () => {
    expect(spaceId(alignmentCard(), TOWERS)).toBe('68321f229344359a9c156db479b7f3bd8639d9e0f545de34d3e2067561adbbf0');
  });

  it.each([
    ['/alignment/l2Normalised', false],
    ['/alignment/normalisedInTraining', false],
    ['/alignment/loss', 'OTHER'],
    ['/alignment/logitScale/value', 2.37],
    ['/alignment/logitBias', -10],
    ['/alignment/towers/0/modality', 'TEXT'],
    ['/artifacts/1', { path: 'model.onnx', sha256: 'c'.repeat(64), sizeBytes: 1, role: 'MODEL' }],
  ])('is another one when %s is %j', (pointer, value: unknown) => {
    expect(spaceId(changed(pointer, value), TOWERS)).not.toBe(spaceId(alignmentCard(), TOWERS));
  });

  it('is another one when a tower has other weights, or the towers change places', () => {
    const [image = '', genes = ''] = TOWERS;
    const ids = [TOWERS, [image, 'c'.repeat(64)], [genes, image]].map((digests) => spaceId(alignmentCard(), digests));
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ['/alignment/retrieval', []],
    ['/alignment/cautions', ['DEGRADES_EXPRESSION']],
    ['/identity/title', 'Another title'],
    ['/alignment/towers/0/model/model', 'another-name-of-the-same-digest'],
    ['/alignment/referenceSets/0/description', 'The same pairs, better described.'],
  ])('stays the same when only what is known of it changes: %s', (pointer, value: unknown) => {
    expect(spaceId(changed(pointer, value), TOWERS)).toBe(spaceId(alignmentCard(), TOWERS));
  });

  it('rests on the registered digests of the towers, for the head that ships', async () => {
    const registries = new Registries();
    try {
      const shipped = fileURLToPath(new URL('../models', import.meta.url));
      const snapshot = (await registries.open([shipped])).snapshot();
      const version = (ref: string) => snapshot.resolve(parseModelRef(ref));
      const towers = ['demo-her2st-align-image/1', 'demo-her2st-align-gene/1'].map((ref) => version(ref).digest);
      const head = version('demo-her2st-align/1');
      expect(spaceIdOf(head, snapshot)).toBe(spaceId(head.card, towers));
      expect(spaceIdOf(version('demo-lite0/1'), snapshot)).toBeNull();
    } finally {
      await registries.closeAll();
    }
  });

  it('is none without a head, or with a tower whose digest is not known', () => {
    expect(() => spaceId(biomarkerCard(), [])).toThrow();
    expect(() => spaceId(alignmentCard(), TOWERS.slice(1))).toThrow();
  });
});

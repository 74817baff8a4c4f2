import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ModelVersion, type RegisteredModel, type RegistrySnapshot, type Rollout } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { bucketOf, fallbacksOf, resolveModel, shadowOf } from './resolve-model.js';

const versions = ['1', '2'].map((version) => demoVersion('demo-dense-focus', version));
const [one, two] = versions;
if (!one || !two) throw new Error('both are shipped');

const rollout: Rollout = {
  alias: 'champion',
  revision: '7',
  target: '1',
  salt: 'spring',
  arms: [
    { version: '1', ranges: [[0, 9_000]] },
    { version: '2', ranges: [[9_000, 10_000]] },
  ],
  shadow: { version: '2', buckets: 2_500 },
  fallback: ['2', '9', '1'],
  by: 'ann',
  at: '2026-01-01T00:00:00.000Z',
};

function snapshotWith(target: ModelVersion, changes: Partial<Rollout> = {}): RegistrySnapshot {
  const model = {
    source: 'local',
    name: 'demo-dense-focus',
    versions,
    serving: { placements: [], rollouts: [{ ...rollout, ...changes }] },
  };
  const known: Pick<RegistrySnapshot, 'resolve' | 'model'> = {
    resolve: ({ selector }) => (selector.kind === 'VERSION' && selector.version === '2' ? two : target) ?? target,
    model: () => model as unknown as RegisteredModel,
  };
  return known as RegistrySnapshot;
}

const slides = Array.from(
  { length: 4_000 },
  (_, i) => `sld_${createHash('sha256').update(String(i)).digest('hex').slice(0, 24)}`,
);
const choose = (slide: string, snapshot = snapshotWith(one)) =>
  resolveModel(snapshot, 'demo-dense-focus@champion', slide);

describe('bucketOf', () => {
  // python3 -c "import hashlib; print(int.from_bytes(hashlib.sha256(b'spring\\nsld_1').digest()[:6],'big') % 10000)"
  it('is what Python computes', () => {
    expect(bucketOf('spring', 'sld_1')).toBe(525);
  });
});

describe('resolveModel', () => {
  it('gives each version its share of the slides, and a slide always the same', () => {
    const chosen = slides.map((slide) => choose(slide).version.version);
    expect(slides.map((slide) => choose(slide).version.version)).toEqual(chosen);
    const share = chosen.filter((version) => version === '2').length / slides.length;
    // Four standard deviations of a binomial share.
    expect(Math.abs(share - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / slides.length));
  });

  it('does not choose where a version is named, or the alias points elsewhere by now', () => {
    expect(resolveModel(snapshotWith(one), 'demo-dense-focus/2', 'sld_1')).toEqual({ version: two, arm: null });
    for (const slide of slides.slice(0, 100))
      expect(choose(slide, snapshotWith(two))).toEqual({ version: two, arm: null });
  });

  it('gives no slide to a version that is out of service', () => {
    const arms = [{ version: '3', ranges: [[0, 10_000]] as const }];
    expect(choose('sld_1', snapshotWith(one, { arms })).version.version).toBe('1');
  });
});

describe('fallbacks and shadows', () => {
  it('are versions in service, and not the chosen one', () => {
    for (const slide of slides.slice(0, 200)) {
      const resolved = choose(slide);
      const other = resolved.version.version === '1' ? '2' : '1';
      expect(fallbacksOf(resolved).map(({ version }) => version)).toEqual([other]);
      if (resolved.version.version === '2') expect(shadowOf(resolved, slide)).toBeNull();
    }
  });

  it('sample the slides, by another lot than the shares', () => {
    const served = slides.filter((slide) => choose(slide).version.version === '1');
    const sampled = served.filter((slide) => shadowOf(choose(slide), slide));
    expect(Math.abs(sampled.length / served.length - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / served.length));
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RegistryBadResponse } from '#libs/errors';
import { packageRoot } from '#gateway/config';
import { demoVersion } from '#gateway/testing';
import { DomainReferences } from './domain-references.js';

const version = demoVersion('demo-dense-focus', '1');
const none = () => Promise.reject(new Error('nobody needs the features'));

describe('DomainReferences', () => {
  // 13.4037196 is the exporter's figure for the 99th percentile, computed with NumPy (test/fixtures/reference/c6-expected.json).
  it('gives the distance at the registered percentile', async () => {
    const expected: unknown = JSON.parse(
      readFileSync(join(packageRoot(), 'test/fixtures/reference/c6-expected.json'), 'utf8'),
    );
    expect(expected).toMatchObject({ domainLimit: 13.4037196 });
    expect(await new DomainReferences().distanceAt(version, 99)).toBeCloseTo(13.4037196, 6);
  });

  it('measures nothing for a version that registers no reference', async () => {
    expect(await new DomainReferences().measure(demoVersion('demo-lite0-mean', '1'), none)).toBeNull();
  });

  it('refuses a reference whose bytes are not those of the card', async () => {
    const { artifacts } = version.card;
    const card = { ...version.card, artifacts: artifacts.map((artifact) => ({ ...artifact, sha256: '0'.repeat(64) })) };
    await expect(new DomainReferences().distanceAt({ ...version, card }, 99)).rejects.toThrow(RegistryBadResponse);
  });
});

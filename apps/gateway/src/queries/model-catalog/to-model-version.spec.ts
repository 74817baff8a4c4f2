import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { effectiveLicence, localSources, ModelRegistry, parseModelRef } from '#model-registry';
import { toModelVersion } from './to-model-version.js';

const shipped = fileURLToPath(new URL('../../../../../model-registry/models', import.meta.url));

describe('toModelVersion', () => {
  let registry: ModelRegistry;

  beforeAll(async () => {
    const sources = localSources([shipped], { pollMs: 0 });
    registry = await ModelRegistry.open({ sources }, new AbortController().signal);
  });
  afterAll(() => registry.close());

  it('names the version itself where the terms are its own: the schema has no null there', () => {
    const snapshot = registry.snapshot();
    const version = snapshot.resolve(parseModelRef('demo-dense-focus/2'));
    const licence = effectiveLicence(version, snapshot);
    expect(licence.inheritedFrom).toBeNull();
    expect(toModelVersion(version, licence).licence.inheritedFrom).toBe('local:demo-dense-focus/2');
  });

  it('names the part whose terms are stricter', () => {
    const snapshot = registry.snapshot();
    const version = snapshot.resolve(parseModelRef('demo-dense-focus/2'));
    const licence = { ...effectiveLicence(version, snapshot), inheritedFrom: 'local:demo-lite0/1' };
    expect(toModelVersion(version, licence).licence.inheritedFrom).toBe('local:demo-lite0/1');
  });
});

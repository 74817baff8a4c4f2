import { afterEach, describe, expect, it } from 'vitest';
import { ModelRegistry } from './registry.js';
import type { RegistrySource, SourceProposal } from './sources/registry-source.js';
import { Registries } from './testing/registries.js';

const NOTHING: SourceProposal = { versions: [], aliases: [], refused: [], unreadable: [], withoutCard: 0 };

/** A source whose readings end when the test says so. */
class SlowSource implements RegistrySource {
  readonly id = 'slow';
  readonly kind = 'MLFLOW';
  readonly pollMs = 0;
  readonly isRemote = true;
  readings = 0;
  end: () => void = () => {};

  propose(): Promise<SourceProposal> {
    this.readings += 1;
    return new Promise((resolve) => (this.end = () => resolve(NOTHING)));
  }
}

const registries = new Registries();
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

async function openSlow() {
  const source = new SlowSource();
  const registry = await ModelRegistry.open({ sources: [source] }, new AbortController().signal);
  await settled();
  return { source, registry: registries.keep(registry) };
}

afterEach(() => registries.closeAll());

describe('a hint', () => {
  it('that comes during a reading is followed by another one, which began after it; many are one', async () => {
    const { source, registry } = await openSlow();
    expect(source.readings).toBe(1);
    for (let n = 0; n < 100; n += 1) registry.hint('slow');
    await settled();
    expect(source.readings).toBe(1);
    source.end();
    await settled();
    expect(source.readings).toBe(2);
    source.end();
    await settled();
    expect(source.readings).toBe(2);
    registry.hint('slow');
    await settled();
    expect(source.readings).toBe(3);
    source.end();
  });

  it('of a source that nobody knows reads nothing', async () => {
    const { source, registry } = await openSlow();
    source.end();
    await settled();
    registry.hint('other');
    await settled();
    expect(source.readings).toBe(1);
  });
});

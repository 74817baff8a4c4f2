import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import type { ModelRegistry } from '../registry.js';
import { localSources } from '../sources/local-sources.js';
import { ModelDirectory } from '../testing/model-directory.js';
import { Registries } from '../testing/registries.js';
import { calibrationRecord, encoderCard } from '../testing/sample-cards.js';
import { planAddCalibration } from './add-calibration.js';
import { planMoveAlias } from './move-alias.js';
import { planSetTag } from './note-model.js';
import type { WritePlan } from './plan.js';
import { planRetireCalibration } from './retire-calibration.js';

const registries = new Registries();
let models: ModelDirectory;

beforeEach(async () => {
  models = await ModelDirectory.create();
  await models.add(encoderCard());
});

afterEach(async () => {
  await registries.closeAll();
  await models.remove();
});

describe('a write to a source that is only read', () => {
  const ref = 'local:sample-encoder/1';
  it.each<[string, (registry: ModelRegistry) => WritePlan]>([
    ['addCalibration', (registry) => planAddCalibration(registry, { model: ref, record: calibrationRecord() })],
    ['retireCalibration', (registry) => planRetireCalibration(registry, { model: ref, id: 'a', reason: 'b' })],
    ['setModelTag', (registry) => planSetTag(registry, { model: 'local:sample-encoder', key: 'a', value: 'b' })],
  ])('is refused with where to change it instead (%s)', async (_, plan) => {
    // What a server proposes is judged like a directory: only the kind differs.
    const sources = localSources([models.path], { pollMs: 0 }).map((source) => ({
      ...{ id: source.id, kind: 'MLFLOW' as const, isRemote: false, pollMs: 0 },
      propose: (signal: AbortSignal) => source.propose(signal),
    }));
    const registry = await registries.open([], { sources });
    expect(() => plan(registry)).toThrow(BadUserInput);
    expect(() => plan(registry)).toThrow('whoever runs it sets `registrySources[].writable`');
  });

  it('is refused for an alias too, and is planned for a LOCAL one', async () => {
    const asked = { model: 'sample-encoder', alias: 'champion', version: '1', expectedVersion: null };
    const [local] = localSources([models.path], { pollMs: 0 });
    if (!local) throw new Error('there is a source');
    const source = {
      id: 'site-a',
      kind: 'MLFLOW' as const,
      isRemote: false,
      pollMs: 0,
      propose: local.propose.bind(local),
    };
    const foreign = await registries.open([], { sources: [source] });
    expect(() => planMoveAlias(foreign, asked, () => false)).toThrow('must be of a source that this gateway writes to');
    const own = await registries.open([models.path]);
    expect(planMoveAlias(own, asked, () => false).changes).toMatchObject([{ before: null, after: { version: '1' } }]);
  });
});

import { describe, expect, it } from 'vitest';
import { ModelNotReady } from '#libs/errors';
import { demoVersion } from '#gateway/testing';
import { systemClock } from './clock.js';
import { Fleet } from './fleet.js';
import { type GuardedServer } from './guarded-server.js';
import { type ConfiguredPlacement, type EmbeddedHolding, Placements } from './placements.js';
import { Router } from './router.js';
import { fakeModelServer } from './spec-support/fake-model-server.js';

const QUIET = { intervalMs: 5_000, report: () => undefined };
const version = demoVersion('demo-dense-focus', '2');
const placed = (server: string, model = 'local:demo-dense-focus/2'): ConfiguredPlacement => ({
  model,
  server,
  as: { name: 'dense', version: '7' },
});

const guarded = async (id: string): Promise<GuardedServer> => (await fakeModelServer(id, systemClock)).guarded;
const routerOf = async (
  ids: readonly string[],
  placements: readonly ConfiguredPlacement[] = [],
  holding: EmbeddedHolding = 'SERVED',
) => {
  const servers = await Promise.all(ids.map(guarded));
  return new Router(new Fleet(servers, new Placements(placements, () => holding), QUIET), { hedgeAfterMs: null });
};

describe('Router', () => {
  it('sends a local version to the embedded server under its own name', async () => {
    const replicas = (await routerOf(['embedded'])).replicas(version);
    expect(replicas.map(({ server, as }) => [server.id, as.name, as.version])).toEqual([
      ['embedded', 'demo-dense-focus', '2'],
    ]);
  });

  it('lets the operator place a version elsewhere, under another name, and on several servers', async () => {
    const router = await routerOf(['embedded', 'gpu-1', 'gpu-2'], [placed('gpu-1'), placed('gpu-2')]);
    expect(router.replicas(version).map(({ server, as }) => [server.id, as.name, as.version])).toEqual([
      ['gpu-1', 'dense', '7'],
      ['gpu-2', 'dense', '7'],
    ]);
  });

  it('does not send another version of the same model to a placement', async () => {
    const router = await routerOf(['embedded', 'gpu-1'], [placed('gpu-1', 'local:demo-dense-focus/1')]);
    expect(router.replicas(version).map(({ server }) => server.id)).toEqual(['embedded']);
  });

  it('refuses a version that no server holds, and one that has no model of its own', async () => {
    const nowhere = await routerOf([]);
    expect(() => nowhere.replicas(version)).toThrow(ModelNotReady);
    const router = await routerOf(['embedded']);
    expect(() => router.replicas(demoVersion('demo-her2st-expr', '1'))).toThrow(/only members/);
  });

  it('asks nobody under a name that two different versions are placed under', async () => {
    const other = demoVersion('demo-dense-focus', '1');
    const servers = [await guarded('gpu-1')];
    const placements = new Placements([placed('gpu-1'), placed('gpu-1', other.ref)], () => 'SERVED');
    const fleet = new Fleet(servers, placements, QUIET);
    const model = { versions: [version, other] };
    const snapshot = { models: [model] };
    fleet.start(() => Object.assign(Object.create(null), snapshot));
    const router = new Router(fleet, { hedgeAfterMs: null });
    expect(() => router.replicas(version)).toThrow(/under the same name and number/);
    await fleet.close();
  });

  it('does not take another version of the same name and number on the embedded server for it', async () => {
    const shadowed = await routerOf(['embedded'], [], 'SHADOWED');
    expect(() => shadowed.replicas(version)).toThrow(/same name and number/);
    const foreign = await routerOf(['embedded'], [], 'FOREIGN');
    expect(() => foreign.replicas(version)).toThrow(/not in a models directory/);
  });
});

import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardDigest, recordDigest } from './digests.js';
import { parseModelRef } from './model-ref.js';
import { type ModelRegistryOptions } from './registry.js';
import { edited } from './testing/edit-json.js';
import { ModelDirectory } from './testing/model-directory.js';
import { FOCUS, focus, quarantined, refs, Registries } from './testing/registries.js';
import { biomarkerCard, calibrationRecord, encoderCard, MODEL_BYTES } from './testing/sample-cards.js';

const registries = new Registries();
let models: ModelDirectory;
let others: ModelDirectory;
const open = (directories = [models.path], options: Partial<ModelRegistryOptions> = {}) =>
  registries.open(directories, options);

beforeEach(async () => {
  models = await ModelDirectory.create();
  others = await ModelDirectory.create();
});

afterEach(async () => {
  await registries.closeAll();
  await models.remove();
  await others.remove();
});

describe('a registry over a local directory', () => {
  it('gives versions, records, aliases, digests and files', async () => {
    await models.add(encoderCard());
    await models.add(focus, [calibrationRecord()]);
    await models.write('sample-focus/aliases.json', { champion: '1' });
    const registry = await open();
    const snapshot = registry.snapshot();

    const version = snapshot.resolve(parseModelRef('sample-focus@champion'));
    expect(version).toMatchObject({
      ref: 'local:sample-focus/1',
      source: 'local',
      name: 'sample-focus',
      version: '1',
      aliases: ['champion'],
      digest: cardDigest(focus),
      card: focus,
      calibrations: [{ record: calibrationRecord(), digest: recordDigest(calibrationRecord()), retiredAt: null }],
      notes: [],
    });
    expect(version.artifactFile('model.onnx')).toBe(join(models.path, 'sample-focus/1/model.onnx'));
    expect(() => version.artifactFile('../../secret')).toThrow('lists no such artifact');
    expect(snapshot.resolve(parseModelRef('local:sample-focus/1'))).toBe(version);
    expect(snapshot.byDigest(version.digest)).toEqual([version]);
    expect(snapshot.find('local', 'sample-focus', '1')).toBe(version);
    expect(snapshot.sources).toMatchObject([
      {
        id: 'local',
        kind: 'LOCAL',
        state: 'FRESH',
        lastError: null,
        counts: { models: 2, versions: 2, calibrations: 1, quarantined: 0 },
        quarantined: [],
      },
    ]);
    expect(Date.parse(version.registeredAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is frozen through and through', async () => {
    await models.add(focus, [calibrationRecord()]);
    const snapshot = (await open()).snapshot();
    const version = snapshot.resolve(parseModelRef(FOCUS));
    const frozen = [
      snapshot,
      snapshot.models,
      snapshot.sources[0]?.counts,
      version,
      version.aliases,
      version.card.output.targets[0]?.classes,
      version.calibrations[0]?.record.operatingPoints[0],
    ];
    expect(frozen.map((value) => Object.isFrozen(value))).toEqual(frozen.map(() => true));
  });

  it('sorts versions by number, not as text', async () => {
    for (const version of ['10', '9', '2']) await models.add(encoderCard(version));
    const [model] = (await open()).snapshot().models;
    expect(model?.versions.map((version) => version.version)).toEqual(['2', '9', '10']);
  });

  it('quarantines one bad version by pointer, and everything else goes on', async () => {
    await models.add(encoderCard());
    await models.write('sample-focus/1/model-card.json', edited(focus, '/output/targets/0/final', 'SOFTMAX'));
    const registry = await open();
    expect(refs(registry.snapshot())).toEqual(['local:sample-encoder/1']);
    expect(quarantined(registry)).toEqual([
      {
        path: 'sample-focus/1/model-card.json',
        code: 'CARD_INVALID',
        reason: 'the model card does not validate',
        problems: [{ pointer: '/output/targets/0/final', problem: expect.any(String) }],
      },
    ]);
  });

  it.each([
    ['an HTML page', '<html>Log in</html>', 'the file is not JSON'],
    ['half a page', '{"cardVersion": 1, "ident', 'the file is not JSON'],
    ['a member twice', '{"cardVersion":1,"cardVersion":1}', 'an object of the file has the same member twice'],
    ['more than 1 MiB', ' '.repeat(1024 * 1024 + 1), 'the file is larger than 1048576 bytes'],
    ['nothing', '', 'the file is not JSON'],
  ])('quarantines a card that is %s', async (_what, text, reason) => {
    await models.write('sample-focus/1/model-card.json', text);
    expect(quarantined(await open())).toEqual([
      { path: 'sample-focus/1/model-card.json', code: 'REGISTRY_BAD_RESPONSE', reason, problems: [] },
    ]);
  });

  it('quarantines a card of another name or version than its directory', async () => {
    await models.write('sample-other/2/model-card.json', focus);
    const problems = quarantined(await open()).flatMap((entry) => entry.problems.map((problem) => problem.pointer));
    expect(problems).toEqual(['/identity/name', '/identity/version']);
  });

  it('quarantines a version without a card, and names that cannot be', async () => {
    await mkdir(join(models.path, 'sample-focus/1'), { recursive: true });
    await models.write('sample-focus/v2/model-card.json', focus);
    await models.write('ZZPHI-4711/1/model-card.json', focus);
    await models.write('sample-focus/notes/README.md', 'nothing');
    await models.write('README.md', 'nothing');
    expect(
      quarantined(await open()).map(({ path, reason }) => [path, reason.split(' ').slice(0, 5).join(' ')]),
    ).toEqual([
      ['?', 'a model directory must be'],
      ['sample-focus/v2', 'a version directory must be'],
      ['sample-focus/1/model-card.json', 'the file is missing or'],
    ]);
  });

  it.each([
    ['other bytes of the same size', (bytes: Buffer) => Buffer.from(bytes).reverse(), 'another SHA-256'],
    ['one byte more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)]), 'another size'],
  ])('quarantines a model file of %s', async (_what, change, reason) => {
    await models.add(focus);
    await models.write('sample-focus/1/model.onnx', change(MODEL_BYTES));
    expect(quarantined(await open())).toMatchObject([
      {
        code: 'REGISTRY_BAD_RESPONSE',
        problems: [{ pointer: '/artifacts/0', problem: expect.stringContaining(reason) }],
      },
    ]);
  });

  it('refuses links that leave the directory, for files, versions and models, and follows those inside', async () => {
    await others.add(biomarkerCard('3'));
    await others.add(encoderCard());
    await models.add(focus);
    await models.delete('sample-focus/1/model.onnx');
    await symlink(join(others.path, 'sample-focus/3/model.onnx'), join(models.path, 'sample-focus/1/model.onnx'));
    await symlink(join(others.path, 'sample-focus/3'), join(models.path, 'sample-focus/3'));
    await symlink(join(others.path, 'sample-encoder'), join(models.path, 'sample-encoder'));
    await models.add(biomarkerCard('2'));
    await models.write('_shared/weights', MODEL_BYTES);
    await models.delete('sample-focus/2/model.onnx');
    await symlink('../../_shared/weights', join(models.path, 'sample-focus/2/model.onnx'));

    const registry = await open();
    expect(refs(registry.snapshot())).toEqual(['local:sample-focus/2']);
    expect(quarantined(registry).map(({ path, reason, problems }) => [path, problems[0]?.problem ?? reason])).toEqual([
      ['sample-encoder', 'a link leaves the directory of the source'],
      ['sample-focus/3', 'a link leaves the directory of the source'],
      ['sample-focus/1/model-card.json', 'a link leaves the directory of the source'],
    ]);
  });

  it('does not wait for a pipe in the place of a file', async () => {
    const { execFileSync } = await import('node:child_process');
    await mkdir(join(models.path, 'sample-focus/1'), { recursive: true });
    execFileSync('mkfifo', [join(models.path, 'sample-focus/1/model-card.json')]);
    expect(quarantined(await open())).toMatchObject([{ reason: 'it is not a regular file' }]);
  });

  it('shows nothing of what a hostile directory is full of', async () => {
    const canary = 'ZZPHI-4711';
    await models.write(`sample-focus/1/model-card.json`, edited(focus, '/identity/title', { [canary]: canary }));
    await models.add(encoderCard());
    await models.write(`sample-encoder/1/calibrations/${canary}.json`, { [canary]: canary });
    await models.write('sample-encoder/aliases.json', { [`${canary} x`]: canary, [canary]: '7' });
    await models.write(`${canary}/1/model-card.json`, canary);
    const registry = await open();
    expect(quarantined(registry)).toHaveLength(4);
    expect(JSON.stringify(registry.snapshot().sources)).not.toContain(canary);
    expect(JSON.stringify(registry.snapshot().sources)).not.toContain(models.path);
  });
});

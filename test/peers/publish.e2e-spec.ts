import { canonicalJson, jsonDigest } from '#model-registry';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#test/gateway-process';
import type { Json } from '#test/json';
import { mlflowKinds } from '#test/mlflow-kinds';
import { MlflowRest } from '#test/mlflow-rest';
import { publish, publisherPython, publishUntil, type PublishRun } from '#test/publisher';
import { reasonToSkip } from '#test/skip-without';
import { startWarmPublisher, type WarmPublisher } from '#test/warm-publisher';

const MODELS = join(projectRoot, 'model-registry/models');
const FOCUS = 'demo-dense-focus';
const RECORD = 'demo-dense-focus-1-platt-resection';

const noPublisher = await reasonToSkip('publish.py', () => publisherPython());
const kinds = mlflowKinds.map((kind) => ({ ...kind, skip: kind.skip ?? noPublisher }));

let publisher: WarmPublisher | undefined;
const runPublish: WarmPublisher['publish'] = async (args) => (publisher ??= await startWarmPublisher()).publish(args);
afterAll(() => publisher?.close());

describe.each(kinds)('publish.py and MLflow $release', { timeout: 180_000 }, ({ version, skip, shared }) => {
  let url: string;
  let rest: MlflowRest;
  let python: string;
  let folder: string;

  beforeAll(async () => {
    if (skip !== undefined) return;
    url = await shared();
    rest = new MlflowRest(url);
    python = await publisherPython();
    folder = await mkdtemp(join(tmpdir(), 'tessera-publish-test-'));
  });

  afterAll(async () => {
    if (skip !== undefined) return;
    await rm(folder, { recursive: true });
  });

  const send = (...args: readonly string[]): Promise<PublishRun> => runPublish([...args, '--tracking-uri', url]);

  /** A copy of version 1 under another name and without a number, changed. */
  async function draft(name: string, change: (card: Json) => void = () => {}): Promise<string> {
    const copy = join(folder, name);
    await cp(join(MODELS, FOCUS, '1'), copy, { recursive: true });
    await edit(join(copy, 'model-card.json'), (card) => {
      card.identity.name = name;
      delete card.identity.version;
      change(card);
    });
    await edit(join(copy, `calibrations/${RECORD}.json`), (record) => {
      record.model = name;
      delete record.version;
    });
    return copy;
  }

  it.skipIf(skip)('publishes the card, the artifacts and the records, byte for byte, under the aliases', async () => {
    for (const [ref, alias] of [
      [`${FOCUS}/1`, 'champion'],
      [`${FOCUS}/2`, 'challenger'],
      ['demo-lite0/1', 'champion'],
    ] as const) {
      const { code, result, progress } = await send('version', join(MODELS, ref), '--alias', alias);
      expect(code, progress).toBe(0);
      const [name = '', number = ''] = ref.split('/');
      await expectPublished(rest, name, number);
      expect(result).toMatchObject({ model: name, version: number, created: true });
    }
    expect(await rest.aliases(FOCUS)).toEqual({ champion: '1', challenger: '2' });
    expect(await rest.aliases('demo-lite0')).toEqual({ champion: '1' });
    const { source } = await rest.version(FOCUS, '1');
    expect(source).toMatch(version === '3' ? /^models:\/m-[0-9a-f]{32}$/ : /^mlflow-artifacts:\/.*\/artifacts\/model$/);
  });

  it.skipIf(skip)('creates nothing the second time', async () => {
    const before = [await rest.versions(FOCUS), await rest.runs()];
    const { code, result } = await send('version', join(MODELS, FOCUS, '2'));
    expect([code, result.version, result.created]).toEqual([0, '2', false]);
    expect([await rest.versions(FOCUS), await rest.runs()]).toEqual(before);
  });

  it.skipIf(skip)('sends nothing in a dry run, nor of what is broken, and says where', async () => {
    const runs = await rest.runs();
    const cases: readonly (readonly [string, string, (card: Json) => void])[] = [
      ['no-licence', '/licence: lacks gated', (card) => delete card.licence.gated],
      ['other-size', '/artifacts/1/sizeBytes: the file has', (card) => (card.artifacts[1].sizeBytes += 1)],
      ['other-tensor', '/output/tensors/0/name', (card) => (card.output.tensors[0].name = 'score')],
    ];
    for (const [name, where, change] of cases) {
      const broken = await draft(name, (card) => {
        change(card);
        card.output.targets[0].tensor = card.output.tensors[0].name;
      });
      const { code, progress } = await send('version', broken);
      expect([code, progress]).toEqual([3, expect.stringContaining(where)]);
    }
    const good = await draft('dry');
    expect((await send('version', good, '--dry-run')).result).toMatchObject({ version: '1', created: false });
    expect([await rest.runs(), await rest.versions('dry'), await rest.versions('no-licence')]).toEqual([runs, [], []]);
  });

  it.skipIf(skip)('writes the number that the server gives into card and records', async () => {
    const numbered = await send('version', await draft('numbered'));
    expect(numbered.result).toMatchObject({ version: '1', created: true });
    // The newest number cannot be seen any more and does not come again.
    await rest.deleteVersion('numbered', '1');
    const again = await send('version', join(folder, 'numbered'));
    expect(again.result).toMatchObject({ version: '3', created: true });
    expect(again.progress).toContain('the server gave the number 2 and the card says 1');
    const card = await read(rest, 'numbered', '3', 'tessera/model-card.json');
    const record = await read(rest, 'numbered', '3', `tessera/calibrations/${RECORD}.json`);
    expect([card.identity.version, record.version]).toEqual(['3', '3']);
    expect((await rest.version('numbered', '3')).tags['tessera.digest']).toBe(jsonDigest(card));
    expect((await rest.versions('numbered')).map((listed) => listed.version)).toEqual(['3']);
  });

  it.skipIf(skip)('refuses a number that the card states and the server will not give', async () => {
    const runs = await rest.runs();
    const stated = await draft('stated', (card) => (card.identity.version = '4'));
    await rm(join(stated, 'calibrations'), { recursive: true });
    const { code, progress } = await send('version', stated);
    expect([code, progress]).toEqual([4, expect.stringContaining('the card says version 4')]);
    expect([await rest.runs(), await rest.versions('stated')]).toEqual([runs, []]);
    expect((await send('version', stated, '--renumber')).result).toMatchObject({ version: '1', created: true });
  });

  it.skipIf(skip)('leaves one version when it was killed after the upload, and when two publish at once', async () => {
    const killed = await draft('killed');
    const place = ['--tracking-uri', url];
    await publishUntil(python, ['version', killed, ...place], 'reading back', folder);
    expect((await send('version', killed)).code).toBe(0);
    expect(await rest.versions('killed')).toHaveLength(1);

    const twice = await draft('twice');
    const both = await Promise.all([0, 1].map(() => publish(python, ['version', twice, ...place])));
    const listed = await rest.versions('twice');
    expect(both.map(({ result }) => result.version)).toEqual([listed[0]?.version, listed[0]?.version]);
    expect(listed).toHaveLength(1);
    expect((await read(rest, 'twice', listed[0]?.version ?? '', 'tessera/model-card.json')).identity.version).toBe(
      listed[0]?.version,
    );
  });

  it.skipIf(skip)('adds a record to a version that is there, retires it, and never edits one', async () => {
    const late = join(folder, 'late.json');
    await cp(join(MODELS, FOCUS, `1/calibrations/${RECORD}.json`), late);
    await edit(late, (record) => (record.id = 'late'));
    const before = await rest.version(FOCUS, '1');
    expect((await send('calibration', late)).result).toMatchObject({ calibration: 'late', created: true });
    expect((await send('calibration', late)).result).toMatchObject({ created: false });
    const bytes = await rest.artifact(FOCUS, '1', 'tessera/calibrations/late.json');
    expect(bytes?.toString()).toBe(canonicalJson(JSON.parse(await readFile(late, 'utf8'))));
    const tags = { ...before.tags, 'tessera.calibration.late': sha256(bytes) };
    expect((await rest.version(FOCUS, '1')).tags).toEqual(tags);

    for (const id of ['late', RECORD]) {
      await edit(late, (record) => Object.assign(record, { id, statement: 'Another.' }));
      const { code, progress } = await send('calibration', late);
      expect([code, progress]).toEqual([4, expect.stringContaining('a record is never edited')]);
    }
    const { result } = await send('retire', 'late', '--model', FOCUS, '--version', '1');
    expect((await rest.version(FOCUS, '1')).tags).toEqual({
      ...tags,
      'tessera.calibration.late.retired': result.retired,
    });
    expect(Math.abs(Date.now() - Date.parse(result.retired))).toBeLessThan(60_000);
    expect(await rest.artifact(FOCUS, '1', 'tessera/calibrations/late.json')).toEqual(bytes);
  });
});

async function expectPublished(rest: MlflowRest, name: string, number: string): Promise<void> {
  const home = join(MODELS, name, number);
  const card: Json = JSON.parse(await readFile(join(home, 'model-card.json'), 'utf8'));
  for (const { path } of card.artifacts) {
    expect(sha256(await rest.artifact(name, number, path)), path).toBe(sha256(await readFile(join(home, path))));
  }
  const calibrations = [];
  for (const file of await readdir(join(home, 'calibrations')).catch(() => [])) {
    const record: Json = JSON.parse(await readFile(join(home, 'calibrations', file), 'utf8'));
    const path = `tessera/calibrations/${record.id}.json`;
    expect((await rest.artifact(name, number, path))?.toString()).toBe(canonicalJson(record));
    calibrations.push({ path, sha256: jsonDigest(record) });
  }
  const index = { card: { path: 'tessera/model-card.json', sha256: jsonDigest(card) }, calibrations };
  expect((await rest.artifact(name, number, 'tessera/model-card.json'))?.toString()).toBe(canonicalJson(card));
  expect((await rest.artifact(name, number, 'tessera/index.json'))?.toString()).toBe(canonicalJson(index));
  expect((await rest.version(name, number)).tags).toEqual({
    'tessera.card.sha256': jsonDigest(card),
    'tessera.digest': jsonDigest(card),
    'tessera.index.sha256': jsonDigest(index),
    'tessera.content.sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
}

async function read(rest: MlflowRest, name: string, version: string, path: string): Promise<Json> {
  return JSON.parse((await rest.artifact(name, version, path))?.toString() ?? 'null');
}

async function edit(path: string, change: (document: Json) => void): Promise<void> {
  const document: Json = JSON.parse(await readFile(path, 'utf8'));
  change(document);
  await writeFile(path, JSON.stringify(document));
}

function sha256(bytes: Buffer | null): string {
  return createHash('sha256')
    .update(bytes ?? 'nothing')
    .digest('hex');
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { makeRegistrable, NAME } from '#test/registrable';
import { runCli, type CliResult } from '#test/run-cli';
import { storeKinds } from '#test/stores';
import { copyModel, MODEL, recordFor, removeModel, SHIPPED } from '#test/written-registry';

const keys = { 'main-ann': ['ADMINISTRATOR'], 'main-bob': ['ADMINISTRATOR'], 'main-op': ['OPERATOR'] } as const;
const REF = `${MODEL}/2`;

describe('tessera against a whole gateway, where champion takes two people', () => {
  let gateway: TestGateway;
  let directory: string;
  let file: string;

  const as =
    (key: keyof typeof keys) =>
    (...args: readonly string[]): Promise<CliResult> =>
      runCli(args, { TESSERA_URL: gateway.gateway.url, TESSERA_API_KEY: `${key}-key` });
  const ann = (...args: readonly string[]) => as('main-ann')(...args);

  beforeAll(async () => {
    directory = await copyModel();
    file = join(directory, '..', `${directory.split('/').at(-1)}.json`);
    await writeFile(file, JSON.stringify(await recordFor('site-a', 'a')));
    const [embedded] = storeKinds;
    if (!embedded) throw new Error('there is no embedded store');
    gateway = await openTestGateway(embedded, {
      keys,
      approvals: ['champion'],
      modelDirs: [directory],
      modelServers: [],
    });
  });
  afterAll(async () => {
    await gateway?.close();
    await removeModel(directory);
    await removeModel(file);
  });

  it('adds a record after a dry run, and retires it for good', async () => {
    const dry = await ann('calibrations', 'add', REF, file, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toMatch(/^Dry run: .*nothing was written\.\n/);
    expect(dry.stdout).toMatch(new RegExp(`site a, target dense-focus\\n +before +${SHIPPED}\\n +after +site-a\\n`));
    const added = JSON.parse((await ann('calibrations', 'add', REF, file, '--json')).stdout);
    expect(added).toMatchObject({ outcome: 'WRITTEN', isInService: true, write: { writtenBy: 'main-ann' } });
    const again = await ann('calibrations', 'add', REF, file);
    expect(again.stdout).toBe('Nothing to do: it was so already.\n');
    const retired = await ann('calibrations', 'retire', REF, 'site-a', '--reason', 'New scanner.');
    expect(retired.stdout).toMatch(/^Written\.\n +write +2, by main-ann at /);
    const list = await ann('calibrations', 'list', REF);
    expect(list.stdout).toMatch(/site-a .*main-ann at .* retired by main-ann at .*: New scanner\.\n/);
    expect(list.stdout).toMatch(new RegExp(`${SHIPPED} .*the source .* in force\\n`));
    expect((await ann('models', 'show', REF)).stdout).toMatch(/retired +at .* by main-ann: New scanner\./);
  });

  it('ends with 1 and the facts where the gateway refuses', async () => {
    const operator = await as('main-op')('calibrations', 'add', REF, file, '--json');
    expect([operator.code, JSON.parse(operator.stderr).error.code]).toEqual([1, 'FORBIDDEN']);
    const stale = await ann('models', 'alias', 'set', MODEL, 'shadow', '2', '--expect', '1', '--json');
    expect([stale.code, stale.stdout]).toEqual([1, '']);
    expect(JSON.parse(stale.stderr).error).toMatchObject({ code: 'CONFLICT', facts: { currentVersion: null } });
  });

  it('moves an alias, removes it, and lists both layers', async () => {
    const set = await ann('models', 'alias', 'set', MODEL, 'shadow', '2', '--expect', 'none');
    expect(set.stdout).toMatch(
      /^Written\.\n[^]*alias shadow of local:demo-dense-focus\n +before +none\n +after +\{"version":"2"/,
    );
    const list = await ann('models', 'alias', 'list');
    expect(list.stdout).toMatch(/@champion +1 +1 +-\n/);
    expect(list.stdout).toMatch(/@shadow +2 +- +main-ann at /);
    const removed = await ann('models', 'alias', 'remove', MODEL, 'shadow', '--expect', '2');
    expect(removed.stdout).toMatch(/^Written\./);
    expect((await ann('models', 'alias', 'list')).stdout).not.toContain('@shadow');
  });

  it('registers the version of a directory, after a dry run, and says what came of it', async () => {
    const root = gateway.config.modelRoots[0] ?? '';
    const { digest } = await makeRegistrable(join(root, 'focus-1'), '1');
    const dry = await ann('models', 'register', 'focus-1', '--expect', 'none', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.stdout).toMatch(/^Dry run: .*nothing was written\.\n +version local:site-focus\/1\n +before +none\n/);
    expect(dry.stderr).toContain(' 1.8 MB/1.8 MB\n');
    const { stdout, stderr, code } = await ann('models', 'register', 'focus-1', '--source', 'local', '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'WRITTEN',
      write: { kind: 'VERSION_REGISTERED', version: '1' },
    });
    expect((await ann('models', 'register', 'focus-1')).stdout).toMatch(/^Nothing to do: it was so already\.\n/);
    expect((await ann('models', 'show', `${NAME}/1`, '--full')).stdout).toContain(digest);
    expect((await ann('jobs', 'list')).stdout).toMatch(/REGISTER_MODEL_VERSION +SUCCEEDED +copying +1\.8 MB\/1\.8 MB/);
  });

  it('ends a registration with 1 where it is refused at once, with 4 where its job fails', async () => {
    const root = gateway.config.modelRoots[0] ?? '';
    const outside = await ann('models', 'register', '/etc', '--json');
    expect([outside.code, JSON.parse(outside.stderr).error.facts.argument]).toEqual([1, 'directory']);
    const stale = await ann('models', 'register', 'focus-1', '--source', 'elsewhere');
    expect([stale.code, stale.stderr]).toEqual([1, expect.stringMatching(/^BAD_USER_INPUT: The argument `source`/)]);
    const { path } = await makeRegistrable(join(root, 'focus-2'), '2');
    await writeFile(join(path, 'model.onnx'), Buffer.alloc(1_471_143));
    const failed = await ann('models', 'register', 'focus-2', '--json');
    expect(failed.code).toBe(4);
    expect(JSON.parse(failed.stderr).error).toMatchObject({
      code: 'JOB_FAILED',
      facts: { cause: 'ARTIFACT_INVALID', pointer: '/artifacts/1' },
    });
  });

  it('sets and removes tags and the description', async () => {
    const tagged = await ann('models', 'tag', MODEL, 'owner=pathology=north');
    expect(tagged.stdout).toMatch(
      /^Written\.\n[^]*tag owner of local:demo-dense-focus\n +before +none\n +after +pathology=north\n/,
    );
    expect((await ann('models', 'tag', MODEL, 'owner', '--remove')).stdout).toMatch(
      /before +pathology=north\n +after +none\n/,
    );
    const dry = await ann('models', 'describe', MODEL, 'For the course.', '--dry-run', '--json');
    expect(JSON.parse(dry.stdout)).toMatchObject({
      outcome: 'WOULD_WRITE',
      changes: [{ before: null, after: 'For the course.' }],
    });
    expect((await ann('models', 'describe', MODEL, 'For the course.')).stdout).toMatch(/^Written\./);
    expect((await ann('models', 'describe', MODEL, '--remove')).stdout).toMatch(
      /before +For the course\.\n +after +none\n/,
    );
    for (const args of [
      ['tag', MODEL, 'owner'],
      ['tag', MODEL, '=x'],
      ['tag', MODEL, 'a=b', '--remove'],
      ['describe', MODEL],
    ]) {
      expect((await ann('models', ...args)).code).toBe(2);
    }
  });

  it('proposes where it takes two people, and another one approves', async () => {
    const proposed = await ann('models', 'alias', 'set', MODEL, 'champion', '2', '--expect', '1', '--json');
    const { outcome, write } = JSON.parse(proposed.stdout);
    expect(outcome).toBe('PROPOSED');
    const waiting = `Waits for a second person: ${write.id}, local:${MODEL}@champion from 1 to 2, proposed by main-ann`;
    expect((await ann('models', 'alias', 'list')).stdout).toContain(waiting);
    expect((await ann('models', 'alias', 'approve', write.id)).stderr).toMatch(/^FORBIDDEN: You proposed this/);
    const approved = await as('main-bob')('models', 'alias', 'approve', write.id);
    expect(approved.stdout).toMatch(/^Written\.\n +write +\d+, by main-bob at /);
    expect((await ann('models', 'alias', 'list')).stdout).toMatch(/@champion +2 +1 +main-bob at /);
  });
});

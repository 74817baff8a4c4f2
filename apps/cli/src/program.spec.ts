import { afterEach, describe, expect, it } from 'vitest';
import { CliBench, errorOf } from '#test/cli-bench';

const bench = new CliBench();
const tessera = bench.run.bind(bench);

afterEach(() => bench.close());

describe('the command line', () => {
  it.each([
    [['nonsense']],
    [['slides']],
    [['slides', 'add']],
    [['predict', 'a']],
    [['slides', 'add', 'a', '--mpp', '-1']],
    [['slides', 'add', 'a', '--stain', 'purple']],
    [['predict', 'a', '--model', 'm', '--region', '1,2,3']],
    [['predict', 'a', '--model', 'm', '--region', '0,0,0,10']],
    [['predict', 'a', '--model', 'm', '--prevalence', '1']],
    [['predict', 'a', '--model', 'm', '--heat-map', 'product']],
    [['predict', 'a', ...Array.from({ length: 16 }, () => ['--model', 'm']).flat()]],
    [['slides', 'list', '--first', '101']],
    [['panels', 'import', 'genes.txt', '--id', 'a']],
    [['gene-sets', 'show', 'a', '--first', '0']],
    [['viewer', '--api-key-env', 'NOT_SET']],
    [['viewer', '--url', 'ftp://x']],
    [['models', 'alias', 'set', 'm', 'champion', '2']],
    [['calibrations', 'retire', 'm/1', 'a']],
    [['calibrations', 'add', 'm/1', 'no-such-file.json']],
  ])('ends %j with 2, says why, and asks the gateway nothing', async (args) => {
    const ran = await tessera(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).not.toBe('');
    expect(bench.gateway?.operations).toEqual([]);
    expect(errorOf(await tessera([...args, '--json']))).toMatchObject({ code: 'USAGE' });
  });

  it('shows two examples with every command', async () => {
    const top = (await tessera(['--help'])).stdout;
    const groups = {
      slides: ['add', 'list', 'show'],
      features: ['prepare', 'import'],
      models: ['list', 'show', 'diff', 'accept'],
      panels: ['import', 'list', 'show'],
      'gene-sets': ['import', 'list', 'show'],
      calibrations: ['list', 'add', 'retire'],
      jobs: ['list', 'show', 'cancel'],
    };
    const nested = Object.entries(groups).flatMap(([group, names]) => names.map((name) => [group, name]));
    const aliases = ['list', 'set', 'remove', 'approve'].map((name) => ['models', 'alias', name]);
    for (const path of [
      [],
      ...aliases,
      ['predict'],
      ['embed'],
      ['answer'],
      ['sources'],
      ['viewer'],
      ['config'],
      ...nested,
    ]) {
      const { code, stdout } = await tessera([...path, '--help']);
      expect([path, code, (stdout.match(/^ {2}\$ /gm) ?? []).length]).toEqual([path, 0, 2]);
    }
    expect(top).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 .*\n {2}4 .*\n {2}130 /);
  });

  it('never shows the key', async () => {
    const environment = { SITE_KEY: 'top-secret' };
    for (const args of [['config'], ['config', '--json'], ['viewer']]) {
      const ran = await tessera([...args, '--api-key-env', 'SITE_KEY'], { environment, apiKey: 'top-secret' });
      expect(ran.code).toBe(0);
      expect(ran.stdout + ran.stderr).not.toContain('top-secret');
    }
    expect(JSON.parse((await tessera(['config', '--json'])).stdout)).toMatchObject({
      isKeySet: false,
      urlSource: 'TESSERA_URL',
      version: '0.1.0',
    });
  });

  it('colours for a person, not for a pipe, and not where colours are unwanted', async () => {
    const options = { prepared: ['her2st C6'] };
    const predict = ['predict', 'her2st C6', '--model', 'demo-dense-focus@champion'];
    expect((await tessera(predict, { ...options, isTTY: true })).stdout).toContain('\u001b[31mPOSITIVE');
    for (const [args, world] of [
      [predict, {}],
      [[...predict, '--no-color'], { isTTY: true }],
      [[...predict, '--json'], { isTTY: true }],
      [predict, { isTTY: true, environment: { NO_COLOR: '1' } }],
    ] as const) {
      expect((await tessera(args, world)).stdout).not.toContain('\u001b');
    }
  });
});

describe('errors of the gateway', () => {
  it('shows code, place, facts and request id, and ends with 1', async () => {
    const ran = await tessera(['slides', 'add', '/etc/passwd']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(
      /^BAD_USER_INPUT: .*\n {2}at +addSlide\n {2}argument +input\.path\n {2}option +the path\n {2}request id +req-1\n$/,
    );
  });

  it('writes them as JSON with --json', async () => {
    const ran = await tessera(['models', 'show', 'nobody@prod', '--json']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(errorOf(ran)).toEqual({
      code: 'MODEL_NOT_FOUND',
      message: expect.any(String),
      retryable: false,
      path: ['modelVersion'],
      requestId: 'req-1',
      facts: { argument: 'ref' },
    });
  });

  it('ends with 3 when nobody answers, or not in time', async () => {
    const silent = await tessera(['viewer', '--timeout', '0.05', '--json'], { respond: () => undefined });
    expect([silent.code, errorOf(silent)]).toMatchObject([3, { code: 'GATEWAY_TIMEOUT' }]);
    await bench.gateway?.close();
    const gone = await tessera(['viewer', '--json']);
    expect([gone.code, errorOf(gone)]).toMatchObject([3, { code: 'GATEWAY_UNREACHABLE' }]);
  });
});

describe('naming a slide', () => {
  const world = { slideNames: ['twin', 'twin', 'other'] };

  it('takes a name, an id, or the beginning of an id', async () => {
    const byName = await tessera(['slides', 'show', 'other', '--json'], world);
    const { id } = JSON.parse(byName.stdout);
    for (const given of [id, id.slice(0, 8)]) {
      expect(JSON.parse((await tessera(['slides', 'show', given, '--json'])).stdout)).toMatchObject({
        id,
        name: 'other',
      });
    }
  });

  it('lists the candidates when several fit', async () => {
    const ran = await tessera(['slides', 'show', 'twin', '--json'], world);
    expect(ran.code).toBe(1);
    const candidates = bench.gateway?.world.slides
      .filter(({ name }) => name === 'twin')
      .map(({ id }) => `${id} (twin)`);
    expect(errorOf(ran)).toMatchObject({ code: 'AMBIGUOUS_SLIDE', facts: { candidates: candidates?.toReversed() } });
  });

  it('refuses a beginning that is too short to mean one slide, and a name of nobody', async () => {
    const id = (await tessera(['slides', 'list', '--json'], { slideNames: ['only'] })).stdout;
    for (const given of [JSON.parse(id)[0].id.slice(0, 3), 'nobody at all']) {
      const ran = await tessera(['slides', 'show', given, '--json']);
      expect([ran.code, errorOf(ran)]).toMatchObject([1, { code: 'NOT_FOUND' }]);
    }
  });
});

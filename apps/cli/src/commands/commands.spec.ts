import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CliBench, errorOf } from '#test/cli-bench';

const bench = new CliBench();
const tessera = bench.run.bind(bench);

let folder: string | null = null;

afterEach(async () => {
  await bench.close();
  if (folder) await rm(folder, { recursive: true });
  folder = null;
});

describe('predict', () => {
  const both = ['--model', 'demo-dense-focus@champion', '--model', 'demo-dense-focus@challenger'];

  it('asks versions side by side in one operation', async () => {
    const ran = await tessera(['predict', 'her2st C6', ...both, '--json'], { prepared: ['her2st C6'] });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ran.stdout).predictions).toMatchObject([
      {
        model: 'demo-dense-focus@champion',
        errors: [],
        prediction: { provenance: { model: { ref: 'local:demo-dense-focus/1' } } },
      },
      {
        model: 'demo-dense-focus@challenger',
        errors: [],
        prediction: { provenance: { model: { ref: 'local:demo-dense-focus/2' } } },
      },
    ]);
    expect(bench.gateway?.operations.filter(({ operationName }) => operationName === 'PredictMany')).toHaveLength(1);
  });

  it('sends region and context, and shows what the call is worth', async () => {
    const asked = [
      '--region',
      '1,2,30,40',
      '--prevalence',
      '1%',
      '--specimen',
      'resection',
      '--operating-point',
      'youden',
    ];
    const ran = await tessera(['predict', 'her2st C6', ...both.slice(0, 2), ...asked], { prepared: ['her2st C6'] });
    expect(ran.stdout).toMatch(/region 30 x 40 px at 1, 2, 61 tiles\n.*NEGATIVE\n[^]*at prevalence 1\.0 %/);
    expect(bench.gateway?.operations.at(-1)?.variables).toMatchObject({
      region: { x: 1, y: 2, width: 30, height: 40 },
      context: { prevalence: 0.01, specimen: 'RESECTION', operatingPoint: 'youden' },
    });
  });

  it('shows the answers that there are and ends with 1 when one version refuses', async () => {
    const ran = await tessera(['predict', 'her2st C6', '--model', 'broken@x', ...both], { prepared: ['her2st C6'] });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/no answer: MODEL_UNAVAILABLE\n[^]*?server +gpu-1\n/);
    expect(ran.stdout.match(/POSITIVE/g)).toHaveLength(2);
    const json = await tessera(['predict', 'her2st C6', '--model', 'broken@x', ...both, '--json']);
    expect([json.code, errorOf(json)]).toMatchObject([1, { code: 'MODEL_UNAVAILABLE', facts: { server: 'gpu-1' } }]);
    expect(JSON.parse(json.stdout).predictions).toMatchObject([{ prediction: null }, { errors: [] }, { errors: [] }]);
  });

  it('says FEATURES_MISSING, and makes them once for all versions with --prepare', async () => {
    const without = await tessera(['predict', 'her2st C6', ...both]);
    expect([without.code, without.stdout]).toEqual([1, expect.stringContaining('FEATURES_MISSING')]);
    expect(without.stdout).toContain('The same command with --prepare makes them first.');
    const ran = await tessera(['predict', 'her2st C6', ...both, '--prepare']);
    expect(ran.code).toBe(0);
    expect(ran.stdout.match(/POSITIVE/g)).toHaveLength(2);
    expect(ran.stderr).toContain('encoding 10/30');
    expect(bench.gateway?.world.jobs).toHaveLength(1);
  });

  it('saves the map of each version that has one, under its name', async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-cli-'));
    const args = ['predict', 'her2st C6', ...both, '--heat-map', 'attention-rollout', '--out', join(folder, 'map.png')];
    const ran = await tessera(args, { prepared: ['her2st C6'] });
    expect(ran.code).toBe(1); // the champion cannot draw it, and says so
    expect(ran.stdout).toContain('BAD_USER_INPUT');
    expect(await readdir(folder)).toEqual(['map.local-demo-dense-focus-2.png']);
  });
});

describe('features prepare', () => {
  const prepare = ['features', 'prepare', 'her2st C6', '--encoder', 'local:demo-lite0@prod'];

  it('draws a bar on a terminal and writes lines elsewhere; --json writes neither', async () => {
    expect((await tessera(prepare, { isTTY: true, jobLooks: 2 })).stderr).toContain(
      '\r\u001b[2Kencoding  [###############...............] 10/20  50 %',
    );
    expect((await tessera(['jobs', 'show', 'job-1'])).stdout).toMatch(/state +SUCCEEDED/);
    await bench.close();
    const quiet = await tessera([...prepare, '--json']);
    expect(quiet).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(quiet.stdout)).toMatchObject({ state: 'SUCCEEDED', featureBag: { tileCount: 509 } });
  });

  it('ends with 4 when the job fails, with the cause and its facts', async () => {
    const jobError = {
      code: 'SLIDE_RESOLUTION_UNKNOWN',
      message: 'The slide file states no resolution.',
      retryable: false,
      facts: { neededMpp: 1 },
    };
    const ran = await tessera(prepare, { jobError });
    expect(ran.code).toBe(4);
    expect(ran.stderr).toMatch(
      /JOB_FAILED: The slide file states no resolution\.\n {2}jobId +job-1\n {2}cause +SLIDE_RESOLUTION_UNKNOWN\n {2}neededMpp +1\n/,
    );
  });

  it('cancels the job at the first Ctrl-C, says so, and ends with 130', async () => {
    const ran = await tessera(prepare, { jobLooks: 1000, interruptAt: 'encoding' });
    expect(ran.code).toBe(130);
    expect(ran.stderr).toContain('Cancelling the job ...');
    expect(ran.stderr).toMatch(/INTERRUPTED: Interrupted: the job job-1 was cancelled\.\n$/);
    expect(bench.gateway?.world.jobs).toMatchObject([{ state: 'CANCELLED' }]);
  });
});

describe('the other commands', () => {
  it('embeds into a NumPy file', async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-cli-'));
    const file = join(folder, 'C6.npy');
    const ran = await tessera(['embed', 'her2st C6', '--model', 'demo-lite0-mean@prod', '--out', file], {
      prepared: ['her2st C6'],
    });
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining(`saved: ${file} (140 bytes)`)]);
    expect((await readFile(file)).subarray(1, 6).toString()).toBe('NUMPY');
  });

  it.each([
    [['slides', 'list'], /^ID +NAME +FORMAT.*\n[0-9a-f]{12} +her2st C6 +TIFF_PYRAMID/],
    [['slides', 'add', 'new.tiff', '--name', 'new', '--stain', 'he'], /^id +[0-9a-f]{24}\nname +new\n/],
    [['features', 'import', 'her2st C6', 'f.h5', '--encoder', 'local:demo-lite0@prod'], /IMPORTED +509 +1280/],
    [['models', 'list'], /local:demo-dense-focus\/2 +@challenger +BIOMARKER/],
    [['models', 'show', 'demo-dense-focus@champion'], /Not for medical use\.[^]*AUC +0\.903 +0\.873 to 0\.933/],
    [['models', 'show', 'demo-dense-focus@champion', '--card'], /"cardVersion": 1/],
    [['answer', 'a'.repeat(64)], /^SLIDE_PREDICTION of 2026.*\nher2st C6[^]*POSITIVE/],
    [['jobs', 'list'], /^No jobs yet\./],
    [['sources'], /^SOURCE[^]*Refused: odd-model\/1 of local, CARD_INVALID[^]*\/task\/kind: one of/],
    [['sources', '--sync', 'local'], /^SOURCE[^]*odd-model\/1 of local/],
    [['viewer'], /^id +local\ntenant +default\nroles +ADMINISTRATOR\n$/],
    [['config'], /gateway settings +environment variables TESSERA_\*, see docs\/configuration\.md/],
  ])('%j reads as a person expects, and is one JSON document with --json', async (args, text) => {
    const ran = await tessera(args);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(text);
    const document = await tessera([...args, '--json']);
    expect(document).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(document.stdout)).toBeTypeOf('object');
  });

  it('shows a contract that does not match field by field, once', async () => {
    const args = ['features', 'import', 'her2st C6', 'f.h5', '--encoder', 'local:demo-lite0@prod', '--mpp', '0.25'];
    expect((await tessera(args)).stderr.match(/mpp \(needed 1, found 0\.25\)|"mpp"/g)).toHaveLength(1);
  });

  it('sends a path as it was typed, and the whole path of a file that is here when that names none', async () => {
    expect((await tessera(['slides', 'add', 'package.json'])).code).toBe(0);
    const sent = bench.gateway?.operations.map(({ variables }) => variables);
    expect(sent).toEqual([
      { input: { path: 'package.json' } },
      { input: { path: join(process.cwd(), 'package.json') } },
    ]);
  });
});

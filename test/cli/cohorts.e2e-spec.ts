import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { V1, V2 } from '#test/c6';
import { type Json } from '#test/json';
import { idsOf, openManyWorld, type ManyWorld } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { runCli, startCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const SLIDES = 40;

// What the command does differs in nothing between the stores.
const [embedded] = storeKinds;

describe('tessera and cohorts', () => {
  let server: ServerProcess;
  let world: ManyWorld;
  let folder = '';
  let file = '';

  const tessera = (...args: readonly string[]) => runCli(args, { TESSERA_URL: world.gateway.gateway.url });
  const json = async (...args: readonly string[]): Promise<Json> => {
    const ran = await tessera(...args, '--json');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    return JSON.parse(ran.stdout);
  };

  beforeAll(async () => {
    server = await startServer('--models', DEMO_MODELS);
    if (!embedded) throw new Error('there is an embedded store');
    world = await openManyWorld(embedded, server.url, SLIDES);
    folder = await mkdtemp(join(tmpdir(), 'tessera-cli-cohorts-'));
    file = join(folder, 'cohort.csv');
    const rows = idsOf(world.slides).map((id, index) => `slide ${index},${id},${index % 2 === 0 ? 'yes' : 'no'}`);
    await writeFile(file, ['item,slide,label', ...rows].join('\r\n'));
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('states a cohort, lists and shows it', async () => {
    const create = ['cohorts', 'create', file, '--id', 'forty', '--name', 'Forty slides', '--licence', 'CC0-1.0'];
    const created = await json(...create);
    expect(created).toMatchObject({ id: 'forty', revision: 1, unit: 'SLIDE', itemCount: SLIDES, licence: 'CC0-1.0' });
    expect((await tessera(...create)).stdout).toMatch(/\nlabel +label \(40\): no: 20, yes: 20\n/);
    expect(await json('cohorts', 'list')).toEqual([created]);
    expect((await tessera('cohorts', 'list')).stdout).toMatch(
      /^ID +REVISION.*\nforty +1 +SLIDE +40 +40 +- +label +Forty slides/,
    );
    const shown = await tessera('cohorts', 'show', 'forty', '--first', '3');
    expect(shown.stdout).toMatch(/slide 0 +- +whole slide +label=yes[^]*\n\.\.\. and 37 more items\n$/);
  });

  it('shows each cell that is wrong, keeps nothing, and ends with 1', async () => {
    const damaged = join(folder, 'damaged.csv');
    await writeFile(damaged, 'slide,event\nnobody,\nnobody else,perhaps\n');
    const ran = await tessera('cohorts', 'create', damaged, '--id', 'damaged', '--name', 'Damaged');
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toMatch(
      /^BAD_USER_INPUT: .*line 2, column 1 \(slide\) must be the id, digest or name of a slide of yours; 1 more/,
    );
    expect(ran.stderr).toContain('line 3, column 2 (event)');
    expect(await json('cohorts', 'list')).toHaveLength(1);
    const missing = await tessera('cohorts', 'create', join(folder, 'none.csv'), '--id', 'x', '--name', 'X');
    expect(missing.code).toBe(2);
  });

  it('cancels a prediction with Ctrl-C, keeps what was answered, and goes on from there', async () => {
    let seen = 0;
    world.watched.holdBack(() => (seen += 1) > 10);
    const running = startCli(['cohorts', 'predict', 'forty', '--model', V1], {
      TESSERA_URL: world.gateway.gateway.url,
    });
    await running.seen('predicting');
    running.child.kill('SIGINT');
    const ran = await running.result;
    expect(ran.code).toBe(130);
    expect(ran.stderr).toMatch(/was cancelled/);
    world.watched.forget();
    const job = await json('cohorts', 'predict', 'forty', '--model', V1);
    const [{ answered, reused, failures }] = job.cohortPrediction.models;
    expect([answered, failures]).toEqual([SLIDES, []]);
    expect(world.watched.infers).toHaveLength(SLIDES - reused);
  });

  it('tells what came of it, and the calls item by item', async () => {
    const ran = await tessera('cohorts', 'predict', 'forty', '--model', V1, '--model', V2);
    expect(ran.stderr).toContain('predicting');
    expect(ran.stdout).toMatch(
      /Cohort forty, revision 1\nMODEL[^\n]*\nlocal:demo-dense-focus\/1 +40 +40 +-\nlocal:demo-dense-focus\/2 +40 +0 +-\n/,
    );
    const nodes = await json('cohorts', 'results', 'forty', '--model', V2, '--first', '12');
    expect(nodes).toHaveLength(12);
    expect(nodes[11]).toMatchObject({ item: { key: 'slide 11' }, state: 'ANSWERED' });
    const shown = await tessera('cohorts', 'results', 'forty', '--model', V1);
    expect(
      shown.stdout.split('\n').filter((line) => /^slide \d+ +ANSWERED +(yes|no) +dense-focus +NEGATIVE/.test(line))
        .length,
    ).toBeGreaterThan(SLIDES / 2);
  });

  it('imports scores that were computed elsewhere', async () => {
    const scores = join(folder, 'scores.csv');
    await writeFile(
      scores,
      ['item,score', ...world.slides.map((_, index) => `slide ${index},${index / 100}`)].join('\n'),
    );
    const args = ['--cohort', 'forty', '--model', V1, '--scale', 'probability', '--source', 'laboratory B'];
    const imported = await json('predictions', 'import', scores, ...args);
    expect(imported).toMatchObject({ origin: 'IMPORTED', model: V1, itemCount: SLIDES, source: 'laboratory B' });
    expect((await tessera('cohorts', 'show', 'forty')).stdout).toContain('laboratory B');
  });

  it('shows with the dry run of a move whose calls would change', async () => {
    const move = ['models', 'alias', 'set', 'demo-dense-focus', 'champion', '2', '--expect', '1', '--dry-run'];
    const ran = await tessera(...move, '--cohort', 'forty');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toMatch(
      /^Dry run:[^]*\nImpact of local:demo-dense-focus\/2 in the place of local:demo-dense-focus\/1, from the cohort forty, revision 1:\n/,
    );
    expect(ran.stdout).toMatch(/\d+ of 40 questions with answers of both would be called otherwise; 0 of 40 lack/);
    expect((await json(...move)).impact).toMatchObject({
      before: V1,
      after: V2,
      cohort: null,
      counts: { questions: SLIDES },
    });
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';

const ASAH = join(process.cwd(), 'test/fixtures/comparison/asah.csv');
const OF_ASAH = ['compare', '--scores', ASAH, '--label', 'outcome', '--positive', 'Poor'];
const THREE = ['--score', 'wfns', '--score', 's100b', '--score', 'ndka'];

// Nothing of a store is read or written: the first kind stands for all.
describe.each(storeKinds.slice(0, 1))('scores that were made elsewhere', (kind) => {
  let world: TestGateway;
  let folder = '';
  let text = '';

  const tessera = (...args: readonly string[]) => runCli(args, { TESSERA_URL: world.gateway.url });
  const json = async (...args: readonly string[]) => {
    const ran = await tessera(...args, '--json');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    return JSON.parse(ran.stdout);
  };
  const refusal = async (...args: readonly string[]) => {
    const ran = await tessera(...args, '--json');
    expect(ran.stdout).toBe('');
    return { exit: ran.code, ...JSON.parse(ran.stderr).error };
  };

  beforeAll(async () => {
    world = await openTestGateway(kind, { modelDirs: [], modelServers: [] });
    folder = await mkdtemp(join(tmpdir(), 'tessera-compare-'));
    text = await readFile(ASAH, 'utf8');
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('have the figures of pROC, from the command line', async () => {
    const found = await json(...OF_ASAH, ...THREE, '--threshold', 'wfns=3', '--threshold', 's100b=0.2');
    expect(found.scores.map(({ name, n }: { name: string; n: number }) => [name, n])).toEqual([
      ['wfns', 113],
      ['s100b', 113],
      ['ndka', 113],
    ]);
    const [wfns, s100b, ndka] = found.scores;
    expect(wfns.auc.value).toBeCloseTo(0.823678861788618, 12);
    expect(wfns.auc.variance).toBeCloseTo(0.00146991470882363, 14);
    expect(s100b.auc.variance).toBeCloseTo(0.00266868245717244, 14);
    expect(ndka.auc.ci[0]).toBeCloseTo(0.501244999271703, 12);
    expect(ndka.auc.ci[1]).toBeCloseTo(0.722670989888189, 12);
    const [pair, , last] = found.pairs;
    expect([pair.a, pair.b]).toEqual(['wfns', 's100b']);
    expect(pair.delong.z).toBeCloseTo(2.20898359144091, 11);
    expect(pair.delong.p).toBeCloseTo(0.0271757822291882, 12);
    expect(pair.mcnemar).toMatchObject({ method: 'EXACT' });
    expect(pair.flips.totalCount).toBe(pair.mcnemar.onlyA + pair.mcnemar.onlyB);
    expect(last.mcnemar).toBeNull();
    expect(last.absent).toContainEqual({ statistic: 'MCNEMAR', reason: 'NO_THRESHOLD', isIntervalOnly: false });
    expect(found.leftOut.totalCount).toBe(0);
    expect(found.html).toBeUndefined();
  });

  it('are the same for the same seed, and told to a person', async () => {
    const seeded = [...OF_ASAH, '--score', 'wfns', '--score', 's100b', '--seed', '9', '--draws', '500'];
    const [one, two] = [await json(...seeded), await json(...seeded)];
    expect(one).toEqual(two);
    expect(one.method).toMatchObject({ seed: 9, draws: 500, resampled: 'ITEMS' });
    const { stdout } = await tessera(...seeded, '--threshold', '0.5');
    expect(stdout).toMatch(/^113 items, 41 positive; 95 % intervals, bootstrap of 500 draws of items, seed 9\n/);
    expect(stdout).toMatch(/\nAUC +0\.824 \(0\.749 to 0\.899\) +0\.731 \(0\.630 to 0\.833\)\n/);
    expect(stdout).toMatch(/\nwfns - s100b +0\.092 \(0\.010 to 0\.174\) p 0\.027 /);
    expect(stdout).toMatch(/wfns: BRIER NOT_A_PROBABILITY/);
  });

  it('are compared by stratum and patient, with lower scores as positive, and rows that lack something listed', async () => {
    const file = join(folder, 'made.csv');
    const rows = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line, i) => `${line.replace(/,([\d.]+)$/, ',-$1')},${i % 2 ? 'north' : 'south'},p${i % 40}`);
    await writeFile(
      file,
      `\ufeffoutcome,wfns,s100b,ndka,site,who\r\n${rows.join('\r\n')}\r\n"Good",NA,0.1,-2,north,p1\r\n`,
    );
    const found = await json(
      'compare',
      '--scores',
      file,
      ...OF_ASAH.slice(3),
      ...THREE,
      '--lower-is-positive',
      'ndka',
      '--stratum',
      'site',
      '--patient',
      'who',
      '--draws',
      '200',
    );
    expect(found.scores[2].auc.value).toBeCloseTo(0.611957994579946, 12);
    expect(found).toMatchObject({ n: 113, patients: 40, method: { resampled: 'PATIENTS' } });
    expect(found.strata.map(({ level, n }: { level: string; n: number }) => [level, n])).toEqual([
      ['north', 56],
      ['south', 57],
    ]);
    expect(found.strata[0].pairs[0].delong.adjustedP).toBeGreaterThanOrEqual(found.strata[0].pairs[0].delong.p);
    expect(found.leftOut.nodes).toEqual([{ item: 'line 115', missing: [{ name: 'wfns', reason: 'MISSING' }] }]);
  });

  it('are written as a page in one piece and as CSV', async () => {
    const [html, csv] = [join(folder, 'report.html'), join(folder, 'report.csv')];
    await json(...OF_ASAH, ...THREE, '--threshold', '0.5', '--html', html, '--csv', csv, '--title', 'aSAH <three>');
    const page = await readFile(html, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('<h1>aSAH &lt;three&gt;</h1>');
    expect(page.match(/<svg viewBox/g)?.length).toBeGreaterThan(2);
    expect(page).not.toMatch(/<script|<link|src=|url\(|@import|NaN|undefined|Infinity/);
    const lines = (await readFile(csv, 'utf8')).split('\r\n');
    expect(lines[0]).toBe('part,stratification,level,a,b,statistic,value,lower,upper,p,adjusted_p,n,absent');
    expect(lines.find((line) => line.startsWith('score,,,wfns,,AUC,'))).toMatch(
      /^score,,,wfns,,AUC,0\.8236788617886\d+,0\.748/,
    );
    expect(lines.every((line) => !/NaN|undefined/.test(line))).toBe(true);
  });

  it('may be survival, measured values, or nothing but scores', async () => {
    const file = join(folder, 'other.csv');
    await writeFile(
      file,
      't,e,y,a,b\n5,1,1,0.9,2\n7,0,2.5,0.4,3\n9,1,2,0.5,1\n3,1,4,0.8,5\n11,0,5,0.1,4\n2,yes,6,0.7,6\n',
    );
    const ab = ['compare', '--scores', file, '--score', 'a', '--score', 'b', '--draws', '200'];
    const survival = await json(...ab, '--time', 't', '--event', 'e');
    // By hand: 13 pairs can be put in an order, and `a` puts 10 of them right; lifelines says the same.
    expect(survival.scores[0]).toMatchObject({ auc: null, cIndex: { value: 10 / 13 } });
    const measured = await json(...ab, '--measured', 'y');
    expect(measured.scores[1].pearson.value).toBeCloseTo(0.8823206347565281, 12);
    const alone = await json(...ab, '--threshold', '0.5');
    expect(alone).toMatchObject({ outcome: 'NONE', pairs: [{ delong: null, agreement: { observed: 4 / 6 } }] });
  });

  it.each<readonly [string, readonly string[], number, RegExp]>([
    ['an unknown column', [...OF_ASAH, '--score', 'nobody'], 1, /`input.scores` must name a column/],
    [
      'labels of three values',
      ['compare', '--scores', ASAH, '--label', 'ndka', '--positive', '1', '--score', 'wfns'],
      1,
      /`input.label` must name a column of two values/,
    ],
    [
      'words for numbers',
      ['compare', '--scores', ASAH, '--score', 'outcome'],
      1,
      /line 2, column 1 \(score\) must be a finite decimal number/,
    ],
    ['no score', [...OF_ASAH], 2, /--score/],
    ['a threshold that is no number', [...OF_ASAH, ...THREE, '--threshold', 'x'], 2, /--threshold takes a number/],
    [
      'no positive value',
      ['compare', '--scores', ASAH, '--label', 'outcome', '--score', 'wfns'],
      1,
      /`input.positive` must say/,
    ],
    ['no file', ['compare', '--scores', 'nowhere.csv', '--score', 'a'], 2, /cannot be read/],
    ['nothing to compare', ['compare'], 2, /--scores FILE/],
  ])('are refused: %s', async (_, args, exit, message) => {
    const found = await refusal(...args);
    expect([found.exit, found.message]).toEqual([exit, expect.stringMatching(message)]);
  });

  it('are refused beyond the limit on a body, and with a name that stands for a patient never repeated', async () => {
    const file = join(folder, 'large.csv');
    await writeFile(file, `a\n${'0.123456789\n'.repeat(120_000)}`);
    expect(await refusal('compare', '--scores', file, '--score', 'a')).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    await writeFile(file, 'a,b\n1,Mustermann\n');
    expect(JSON.stringify(await refusal('compare', '--scores', file, '--score', 'b'))).not.toContain('Mustermann');
  });
});

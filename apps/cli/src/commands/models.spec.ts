import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CliBench, errorOf } from '#test/cli-bench';

const bench = new CliBench();
const tessera = bench.run.bind(bench);

afterEach(() => bench.close());

const [ONE, TWO] = ['demo-dense-focus/1', 'demo-dense-focus/2'];

describe('models list', () => {
  const filterOf = async (args: readonly string[]): Promise<unknown> => {
    expect(await tessera(['models', 'list', ...args])).toMatchObject({ code: 0 });
    return bench.gateway?.operations.at(-1)?.variables;
  };

  it('asks for all versions, and says of each whether it may be used', async () => {
    const ran = await tessera(['models', 'list']);
    expect(ran.stdout).toMatch(/VERSION +ALIASES +TASK +LEVEL +STATE +LICENCE +DIGEST +TITLE\n/);
    expect(ran.stdout).toMatch(/demo-dense-focus\/1 .* allowed .*\n.*demo-dense-focus\/2 .* to accept /);
    expect(bench.gateway?.operations[0]?.variables).toMatchObject({ orderBy: 'NAME', filter: { tasks: null } });
    const { stdout } = await tessera(['models', 'list', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([{ ref: `local:${ONE}` }, { licence: { access: 'ACCEPTANCE_NEEDED' } }]);
  });

  it.each([
    [['--task', 'biomarker', '--level', 'slide'], { tasks: ['BIOMARKER'], levels: ['SLIDE'] }],
    [['--search', 'dense focus', '--organ', 'breast'], { search: 'dense focus', organs: ['breast'] }],
    [['--stain', 'he', '--specimen', 'biopsy'], { stains: ['HE'], specimens: ['BIOPSY'] }],
    [['--encoder', 'demo-lite0'], { extractor: { model: 'demo-lite0', version: null } }],
    [['--encoder', 'demo-lite0/1'], { extractor: { model: 'demo-lite0', version: '1' } }],
    [['--commercial', 'yes'], { licence: { nonCommercial: false, gated: null } }],
    [['--commercial', 'no', '--gated', 'no'], { licence: { nonCommercial: true, gated: false } }],
    [['--source', 'site-a', '--source-state', 'stale'], { sources: ['site-a'], sourceStates: ['STALE'] }],
    [['--alias', 'champion', '--vocabulary', 'f'.repeat(64)], { alias: 'champion', vocabulary: 'f'.repeat(64) }],
    [
      ['--calibrated-for', 'specimen=Resection, site=north=1'],
      { calibratedFor: { specimen: 'RESECTION', site: 'north=1', scanner: null, target: null } },
    ],
  ])('%j becomes its part of the filter, and nothing else', async (args, expected) => {
    const asked = await filterOf(args);
    expect(asked).toMatchObject({ filter: expected });
    const { filter } = JSON.parse(JSON.stringify(asked));
    const stated = Object.entries(filter).filter(([, value]) => value !== null);
    expect(stated.map(([name]) => name).toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it('takes the newest first', async () => expect(await filterOf(['--newest'])).toMatchObject({ orderBy: 'NEWEST' }));

  it.each([
    ['--encoder', 'a/b/c'],
    ['--encoder', '/1'],
    ['--calibrated-for', 'specimen=none'],
    ['--calibrated-for', 'organ=breast'],
    ['--calibrated-for', 'site='],
    ['--commercial', 'perhaps'],
  ])('refuses %s %s before anything is asked', async (...args) => {
    expect(await tessera(['models', 'list', ...args])).toMatchObject({ code: 2, stdout: '' });
    expect(bench.gateway?.operations).toEqual([]);
  });
});

describe('models show', () => {
  it('shows where a version comes from, where else it stands, and who uses it', async () => {
    const { stdout } = await tessera(['models', 'show', TWO]);
    expect(stdout).toMatch(
      /Based on *\n {2}parent +local:demo-dense-focus\/1\n {2}encoder +elsewhere\/3, which no source here has\n/,
    );
    expect(stdout).toContain('The same version: local:demo-dense-focus/1\n');
    const parent = (await tessera(['models', 'show', ONE])).stdout;
    expect(parent).toMatch(/Used as +by\n {2}parent +local:demo-dense-focus\/2\n {2}\.\.\. and 2 more\n/);
  });

  it('says whether the caller may use it, and whose terms stand before it', async () => {
    const { stdout } = await tessera(['models', 'show', TWO]);
    expect(stdout).toMatch(/use it +not before you accept the terms: `tessera models accept`\n/);
    expect(stdout).toMatch(/terms +Terms of a hub of local:gated\/1, not accepted, https:\/\/hub\.example\/terms\n/);
    expect(stdout).toMatch(/unknown +the terms of elsewhere\/3, which no source here has\n/);
    expect((await tessera(['models', 'show', ONE])).stdout).toMatch(/use it +you may\n/);
  });
});

describe('models accept', () => {
  it('accepts, and says what holds now', async () => {
    const { code, stdout } = await tessera(['models', 'accept', TWO]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^local:demo-dense-focus\/2\n[^]*use it +you may\n/)]);
    expect(bench.gateway?.operations.at(-1)?.variables).toEqual({ model: TWO });
    expect((await tessera(['models', 'accept', ONE])).stdout).toContain('has no terms that anybody must accept');
  });
});

describe('models diff', () => {
  it('says what differs, section by section, and how much is not shown', async () => {
    const { stdout } = await tessera(['models', 'diff', ONE, TWO]);
    expect(stdout).toMatch(/^local:demo-dense-focus\/1 -> local:demo-dense-focus\/2\n/);
    expect(stdout).toMatch(/Licence: 1 difference\n[^]*gated +false +false\n/);
    expect(stdout).toMatch(
      /dense-focus +RESECTION +youden +>= 0\.61 \(CALIBRATED_PROBABILITY\) +>= 0\.55 \(CALIBRATED_PROBABILITY\) +threshold, map\n/,
    );
    expect(stdout).toMatch(/attention +output +- +FP32 \[1, -1\] bag, tile\n/);
    expect(stdout).toMatch(/Card: 250 differences\n[^]*\/identity\/version +changed +1 +2\n/);
    expect(stdout).toMatch(/\/alignment +removed +\(long: see --card\) +-\n {2}\.\.\. and 248 more\n$/);
  });

  it('says so where nothing does, and asks for the groups that are named', async () => {
    expect((await tessera(['models', 'diff', ONE, ONE])).stdout).toMatch(/\nThe same version: .*\n$/);
    const ran = await tessera(['models', 'diff', ONE, TWO, '--group', 'output', '--group', 'input', '--json']);
    expect(JSON.parse(ran.stdout)).toMatchObject({ isSame: false, cardChangeCount: 250 });
    expect(bench.gateway?.operations.at(-1)?.variables).toEqual({ from: ONE, to: TWO, groups: ['output', 'input'] });
  });

  it('ends with 1 when there is no such version', async () => {
    const ran = await tessera(['models', 'diff', ONE, 'nobody/1', '--json']);
    expect([ran.code, errorOf(ran)]).toMatchObject([1, { code: 'MODEL_NOT_FOUND' }]);
  });
});

describe('docs/cli.md', () => {
  const page = readFileSync(join(process.cwd(), 'docs/cli.md'), 'utf8');
  const rowOf = (command: string): string =>
    page.split('\n').find((line) => line.startsWith(`| \`${command}`) || line.includes(`, \`${command}`)) ?? '';

  it.each(['models list', 'models show', 'models diff', 'models accept'])(
    'names every option of %s',
    async (command) => {
      const { stdout } = await tessera([...command.split(' '), '--help']);
      const own = stdout.split(/\nGlobal options:/i)[0] ?? '';
      const options = [...own.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].flatMap(([, name = '']) => name);
      const common = ['--help', '--url', '--api-key-env', '--timeout', '--json', '--full', '--no-color', '--version'];
      expect(rowOf(command)).not.toBe('');
      expect(options.filter((name) => !common.includes(name) && !rowOf(command).includes(`\`${name}`))).toEqual([]);
      const named = [...rowOf(command).matchAll(/`(--[a-z-]+)/g)].map(([, name]) => name);
      expect(named.filter((name) => name === undefined || !options.includes(name))).toEqual([]);
    },
  );
});

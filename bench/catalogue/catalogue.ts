import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Catalogue, localSources, ModelRegistry, parseModelRef, type RegistrySnapshot } from '#model-registry';
import { type Benchmark, type BenchOptions, type BenchReport, type FigureTable, type Verdict } from '../benchmark.js';
import { ms, ratio } from '../support/figures.js';
import { inTemporaryFolder } from '../support/folders.js';
import { summarize, type Summary } from '../support/statistics.js';
import { askPages, type AskedPages } from './ask-pages.js';
import { ALL_VERSIONS, writeModels } from './write-models.js';

const RESOLVE_GOAL_US = 20;
const PAGE_GOAL_MS = 5;
const PAGE = 50;
const READ_TIMEOUT_MS = 300_000;

export const catalogue: Benchmark = {
  name: 'catalogue',
  summary: 'a reference resolved, and a page of 50 found, among 8,000 versions of four sources',
  run: (options) => inTemporaryFolder((folder) => measure(folder, options)),
};

async function measure(folder: string, options: BenchOptions): Promise<BenchReport> {
  const directories = await writeModels(join(folder, 'models'));
  const before = performance.now();
  const registry = await ModelRegistry.open(
    { sources: localSources(directories, { pollMs: 0 }), sourceTimeoutMs: READ_TIMEOUT_MS },
    options.signal,
  );
  const readMs = performance.now() - before;
  await registry.close();
  const snapshot = registry.snapshot();
  const resolved = resolveAll(snapshot);
  const found = await findPages(snapshot, options.rounds);
  const asked = await askPages(join(folder, 'data'), directories, options);
  return report(readMs, resolved, found, asked);
}

interface Resolved {
  /** Microseconds each, of rounds over all references. */
  readonly resolveUs: Summary;
  readonly lookUpUs: Summary;
}

/** Every version by number and by alias, in rounds; beside it the least that it could cost, one look into a map of all references. */
function resolveAll(snapshot: RegistrySnapshot): Resolved {
  const versions = snapshot.models.flatMap((model) => model.versions);
  if (versions.length !== ALL_VERSIONS) throw new Error(`${versions.length} versions were accepted`);
  const byRef = new Map(versions.map((version) => [version.ref, version]));
  const refs = versions.flatMap(({ ref, source, name, aliases }) => [
    ref,
    ...aliases.map((alias) => `${source}:${name}@${alias}`),
  ]);
  const rounds = (ask: (ref: string) => unknown): Summary =>
    summarize(
      Array.from({ length: 20 }, () => {
        const startedAt = performance.now();
        for (const ref of refs) if (ask(ref) === undefined) throw new Error('a reference did not resolve');
        return ((performance.now() - startedAt) * 1_000) / refs.length;
      }),
    );
  return {
    resolveUs: rounds((ref) => snapshot.resolve(parseModelRef(ref))),
    lookUpUs: rounds((ref) => byRef.get(ref) ?? null),
  };
}

interface Found {
  readonly firstMs: number;
  /** The longest that the event loop stood still meanwhile. */
  readonly firstStopMs: number;
  readonly pages: Readonly<Record<string, Summary>>;
}

/** Pages of the catalogue without a server: what the search alone costs, its count of all that fits included. */
async function findPages(snapshot: RegistrySnapshot, rounds: number): Promise<Found> {
  const page = async (filter: Parameters<Catalogue['versions']>[0]): Promise<number> => {
    const startedAt = performance.now();
    const { items, count } = await Catalogue.of(snapshot).versions(filter, {
      order: 'NEWEST',
      first: PAGE,
      after: null,
    });
    if (items.length !== PAGE || (await count()) < PAGE) throw new Error('a page is not full');
    return performance.now() - startedAt;
  };
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const firstMs = await page({});
  loop.disable();
  const sample = async (filter: Parameters<typeof page>[0]): Promise<Summary> => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await page(filter));
    return summarize(times);
  };
  const pages = {
    'all, the newest first': await sample({}),
    'an organ, an encoder and an alias': await sample({
      organs: ['lung'],
      extractor: { model: 'demo-lite0' },
      alias: 'champion',
    }),
    'words and terms': await sample({ search: 'benchmark 49', licence: { nonCommercial: false } }),
  };
  return { firstMs, firstStopMs: loop.max / 1e6, pages };
}

function report(readMs: number, resolved: Resolved, found: Found, asked: AskedPages): BenchReport {
  const [baseline, ...pages] = asked;
  const { max } = resolved.resolveUs;
  return {
    tables: tablesOf(resolved, found, asked),
    verdicts: [
      verdict('a reference under 20 us', max < RESOLVE_GOAL_US, `longest mean ${us(max)}`),
      ...pages.map(({ name, cpuMs }) =>
        verdict(
          `${name}: under 5 ms at the server, beside what the smallest question costs`,
          cpuMs - (baseline?.cpuMs ?? 0) < PAGE_GOAL_MS,
          `${ms(cpuMs)} of processor time less ${ms(baseline?.cpuMs ?? NaN)}`,
        ),
      ),
    ],
    notes: [
      `Reading and judging the ${ALL_VERSIONS} cards took ${ms(readMs)}; the first page of a new snapshot, which sorts it in turns, ${ms(found.firstMs)}, and the event loop stood still for ${ms(found.firstStopMs)} at the longest.`,
      'Every page was full, and walking all pages met every version once.',
      'Over HTTP: `ref title task aliases licence`, without `isReady`, which asks model servers. The smallest question costs what every request does: its way through the limits, and its audit row.',
    ],
    figures: { readMs, ...resolved, ...found, asked },
  };
}

function tablesOf({ resolveUs, lookUpUs }: Resolved, { pages }: Found, asked: AskedPages): readonly FigureTable[] {
  const pageRow = ([name, { p50, p99 }]: readonly [string, Summary]) => [name, ms(p50), ms(p99)] as const;
  return [
    {
      title: `One reference among ${ALL_VERSIONS} versions, mean of a round`,
      header: ['', 'median', 'longest', 'median / map'],
      rows: [
        ['a map of all references (baseline)', us(lookUpUs.p50), us(lookUpUs.max), ratio(1, 1)],
        ['parse and resolve', us(resolveUs.p50), us(resolveUs.max), ratio(resolveUs.p50, lookUpUs.p50)],
      ],
    },
    {
      title: `A page of ${PAGE} and its count, in the process`,
      header: ['versions by', 'p50', 'p99'],
      rows: Object.entries(pages).map(pageRow),
    },
    {
      title: `A page of ${PAGE} over HTTP`,
      header: ['', 'p50', 'p99', 'gateway CPU'],
      rows: asked.map(({ name, times, cpuMs }) => [name, ms(times.p50), ms(times.p99), ms(cpuMs)]),
    },
  ];
}

function us(value: number): string {
  return `${value.toFixed(2)} us`;
}

function verdict(goal: string, isMet: boolean, found: string): Verdict {
  return { goal, isMet, found };
}

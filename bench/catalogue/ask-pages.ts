import { type BenchOptions } from '../benchmark.js';
import { KeepAliveClient } from '../support/keep-alive-client.js';
import { ProcessorMeter } from '../support/processor-time.js';
import { startGateway } from '../support/servers.js';
import { summarize, type Summary } from '../support/statistics.js';
import { ALL_VERSIONS } from './write-models.js';

/** What asking one question again and again took. */
export interface AskedPage {
  readonly name: string;
  /** Milliseconds from the client's side. */
  readonly times: Summary;
  /** Processor time of the gateway's process for one request. */
  readonly cpuMs: number;
}

export type AskedPages = readonly AskedPage[];

interface Page {
  readonly nodes: readonly { readonly ref: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount: number;
}

const FIELDS = `totalCount pageInfo { hasNextPage endCursor }
  nodes { ref title task aliases licence { spdxOrName nonCommercial gated inheritedFrom } }`;
const PAGE = `query Page($after: String, $filter: ModelVersionFilterInput, $first: Int!) {
  modelVersions(first: $first, after: $after, filter: $filter) { ${FIELDS} } }`;
const LEAST = 200;
const BLOCK = 25;

/** Asks a real gateway over one connection: the first page, pages from the middle, a filtered page, and the smallest question that there is. */
export async function askPages(
  dataDir: string,
  directories: readonly string[],
  { rounds, signal }: BenchOptions,
): Promise<AskedPages> {
  const gateway = await startGateway(dataDir, {
    TESSERA_MODEL_DIRS: directories.join(':'),
    TESSERA_MODEL_SERVER: 'none',
  });
  const client = new KeepAliveClient(gateway.url);
  const page = async (variables: object): Promise<Page> => pageOf(await client.ask(PAGE, { first: 50, ...variables }));
  try {
    const after = await walk(page);
    const filter = { organs: ['lung'], extractor: { model: 'demo-lite0' }, alias: 'champion' };
    const ways = [
      new Way('the smallest question (baseline)', () => client.ask('{ viewer { id } }', {}), gateway.pid),
      new Way('the first page', () => page({}), gateway.pid),
      new Way('a page from the middle', () => page({ after }), gateway.pid),
      new Way('a filtered page', () => page({ filter }), gateway.pid),
    ];
    // In turns, so that what the machine does meanwhile meets all of them.
    for (let block = 0; block < Math.max(rounds, LEAST) / BLOCK; block += 1) {
      for (const way of ways) {
        signal.throwIfAborted();
        await way.ask(BLOCK);
      }
    }
    return ways.map((way) => way.asked);
  } finally {
    client.close();
    await gateway.stop();
  }
}

/** One question that is asked again and again. */
class Way {
  private readonly times: number[] = [];
  private readonly meter: ProcessorMeter;

  constructor(
    private readonly name: string,
    private readonly once: () => Promise<unknown>,
    pid: number,
  ) {
    this.meter = new ProcessorMeter(pid);
  }

  get asked(): AskedPage {
    return { name: this.name, times: summarize(this.times), cpuMs: this.meter.msPerPiece / BLOCK };
  }

  async ask(count: number): Promise<void> {
    await this.meter.during(async () => {
      for (let i = 0; i < count; i += 1) {
        const startedAt = performance.now();
        await this.once();
        this.times.push(performance.now() - startedAt);
      }
    });
  }
}

/** Walks the whole catalogue and checks that it met every version once. @returns a cursor from the middle of it */
async function walk(page: (variables: object) => Promise<Page>): Promise<string> {
  const met = new Set<string>();
  const cursors: string[] = [];
  let after: string | null = null;
  for (let hasNext = true; hasNext;) {
    const { nodes, pageInfo, totalCount }: Page = await page({ first: 100, after });
    if (totalCount !== ALL_VERSIONS) throw new Error(`the gateway counts ${totalCount} versions`);
    for (const { ref } of nodes) met.add(ref);
    cursors.push((after = pageInfo.endCursor));
    hasNext = pageInfo.hasNextPage;
  }
  if (met.size !== ALL_VERSIONS) throw new Error(`the pages hold ${met.size} versions`);
  return cursors[Math.floor(cursors.length / 2)] ?? '';
}

function pageOf(answer: unknown): Page {
  return (answer as { readonly data: { readonly modelVersions: Page } }).data.modelVersions;
}

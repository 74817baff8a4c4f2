import { copyFile, mkdir, appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Benchmark, type BenchOptions, type BenchReport } from '../benchmark.js';
import { type ServerProcess } from '../support/child-process.js';
import { ms, ratio, seconds } from '../support/figures.js';
import { DEMO_SLIDES, inTemporaryFolder } from '../support/folders.js';
import { digestOf, prepareSlide, type PreparedSlide } from '../support/prepared-slide.js';
import { startGateway } from '../support/servers.js';
import { gatewayDelayDuring, idle, type LoopDelay, ownDelayDuring } from '../support/loop-delay.js';

const SETTLE_MS = 3_000;
const IDLE_MS = 10_000;
const GOAL_MS = 10;
const COPIES = 3;

interface Window {
  readonly gateway: LoopDelay;
  /** Of the bench's own, idle process in the same window. */
  readonly control: LoopDelay;
}

interface IngestWindow extends Window {
  readonly slide: PreparedSlide;
}

export const ingest: Benchmark = {
  name: 'ingest',
  summary: "delay of the gateway's event loop while features are made, against the same loop idle",
  run: (options) =>
    inTemporaryFolder(async (folder) => {
      const slides = join(folder, 'slides');
      await mkdir(slides);
      const files = await Promise.all(Array.from({ length: COPIES }, (_, copy) => copyOfC6(slides, copy)));
      const gateway = await startGateway(join(folder, 'data'), { TESSERA_SLIDE_ROOTS: slides });
      try {
        return await measure(gateway, files, options);
      } finally {
        await gateway.stop();
      }
    }),
};

/** The same image in a file of other bytes, so that its features are made anew: bytes after the end of a TIFF's data mean nothing. */
async function copyOfC6(folder: string, copy: number): Promise<string> {
  const file = join(folder, `C6-${copy}.tiff`);
  await copyFile(join(DEMO_SLIDES, 'C6.tiff'), file);
  await appendFile(file, Buffer.alloc(copy + 1));
  return file;
}

async function measure(gateway: ServerProcess, files: readonly string[], options: BenchOptions): Promise<BenchReport> {
  const { signal } = options;
  await idle(SETTLE_MS, signal);
  const resting = await windowOf(gateway.url, () => idle(IDLE_MS, signal));
  const ingests: IngestWindow[] = [];
  for (const file of files) {
    let slide: PreparedSlide | undefined;
    const window = await windowOf(gateway.url, async () => (slide = await prepareSlide(gateway.url, file, signal)));
    if (slide) ingests.push({ ...window, slide });
  }
  checkSame(ingests.map(({ slide }) => slide));
  return report(resting, ingests);
}

async function windowOf(url: string, work: () => Promise<unknown>): Promise<Window> {
  let control: LoopDelay | undefined;
  const gateway = await gatewayDelayDuring(url, async () => (control = await ownDelayDuring(work)));
  if (!control) throw new Error('the control was not measured');
  return { gateway, control };
}

/** The copies show the same image: the features must be the same numbers, and no job may have found those of another. */
function checkSame(slides: readonly PreparedSlide[]): void {
  const [first, ...others] = slides;
  if (new Set(slides.map(({ id }) => id)).size !== slides.length) throw new Error('two copies are one slide');
  if (!first || others.some((other) => digestOf(other.features) !== digestOf(first.features)))
    throw new Error('copies gave other features');
}

function report(resting: Window, ingests: readonly IngestWindow[]): BenchReport {
  const baseline = resting.gateway.p99;
  const row = (name: string, { p50, p90, p99, max }: LoopDelay): readonly string[] => {
    return [name, ms(p50), ms(p90), ms(p99), ms(max), ratio(p99, baseline)];
  };
  const worst = Math.max(...ingests.map(({ gateway }) => gateway.p99));
  return {
    tables: [
      {
        title: 'How late a timer of 10 ms came',
        header: ['', 'p50', 'p90', 'p99', 'max', 'p99 / idle'],
        rows: [
          row('gateway, idle (baseline)', resting.gateway),
          row('control process, gateway idle', resting.control),
          ...ingests.flatMap(({ gateway, control, slide }, index) => [
            row(`gateway, ingest ${index + 1} (${slide.tileCount} tiles, ${seconds(slide.prepareMs)})`, gateway),
            row(`control process, ingest ${index + 1}`, control),
          ]),
        ],
      },
    ],
    verdicts: [
      {
        goal: 'event-loop delay p99 of the gateway under 10 ms during ingest',
        isMet: worst < GOAL_MS,
        found: `worst of ${ingests.length} ingests ${ms(worst)}`,
      },
    ],
    notes: [
      'Measured inside the gateway by its own metrics (a timer of 10 ms; the 10 ms are taken off here). A window holds adding the slide, making its features and downloading them.',
      'The control is the idle process of this benchmark at the same time: its delays come from the machine, because tile cutting and the encoder take all cores.',
      'The copies gave the same features, byte for byte, each by a job of its own.',
    ],
    figures: {
      idle: resting,
      ingests: ingests.map(({ gateway, control, slide }) => ({ gateway, control, prepareMs: slide.prepareMs })),
    },
  };
}

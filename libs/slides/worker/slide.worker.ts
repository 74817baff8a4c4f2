import { constants, setPriority } from 'node:os';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { openSlide } from '../formats/open-slide.js';
import { SlideFile } from '../formats/slide-file.js';
import { planTiles } from '../tiling/plan-tiles.js';
import { TileCutter } from '../tiling/tile-cutter.js';
import type { TileBatch } from '../tiling-recipe.js';
import { toRefusal } from './refusal.js';
import { inspect, readStoredRegion, readWholeSlide } from './slide-tasks.js';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerRequest } from './worker-protocol.js';

/** One slide in one thread: everything that parses the file or touches pixels. It ends when it is told to stop. */
class SlideWorker {
  private readonly stopping = new AbortController();
  private readonly context = { signal: this.stopping.signal, onProgress: (): void => this.send({ kind: 'progress' }) };
  private file: SlideFile | null = null;
  private cutter: TileCutter | null = null;
  /** The batch after the one that was handed out: cut while its consumer works. Never more than this one. */
  private ahead: Promise<TileBatch | null> | null = null;
  private current: Promise<void> = Promise.resolve();

  constructor(private readonly port: MessagePort) {}

  receive(message: ToWorker): void {
    if (message.kind === 'stop') void this.stop();
    else if (message.kind === 'recycle') this.cutter?.recycle(message.memory);
    else this.current = this.serve(message.request);
  }

  private async serve(request: WorkerRequest): Promise<void> {
    try {
      const answer = await this.answerTo(request);
      this.send({ kind: 'answer', answer }, transferable(answer));
    } catch (error) {
      this.send({ kind: 'refusal', refusal: toRefusal(error) });
    }
  }

  private async answerTo(request: WorkerRequest): Promise<WorkerAnswer> {
    if (request.kind === 'nextBatch') return { kind: 'batch', batch: await this.nextBatch() };
    const file = (this.file = await SlideFile.open(request.path));
    switch (request.kind) {
      case 'inspect':
        return { kind: 'metadata', metadata: await inspect(file, this.context) };
      case 'region':
        return { kind: 'image', image: await readStoredRegion(file, request.region, this.context) };
      case 'overview':
        return { kind: 'image', image: await readWholeSlide(file, request.maxEdgePx, this.context) };
      case 'plan': {
        const slide = await openSlide(file);
        const planned = await planTiles(slide, {
          recipe: request.recipe,
          statedMpp: request.statedMpp,
          ...this.context,
        });
        const shape = { tileSizePx: request.recipe.tileSizePx, batchSize: request.batchSize };
        this.cutter = new TileCutter(slide, planned, shape, this.stopping.signal);
        return { kind: 'plan', plan: planned.plan };
      }
    }
  }

  private async nextBatch(): Promise<TileBatch | null> {
    const batch = await (this.ahead ?? this.cut());
    this.ahead = batch ? this.cut() : null;
    // Its failure is told when it is asked for.
    this.ahead?.catch(() => undefined);
    return batch;
  }

  private async cut(): Promise<TileBatch | null> {
    return this.cutter ? this.cutter.nextBatch() : null;
  }

  /** Waits for decodings in flight: to end a thread under a native decoder is asking for a crash. */
  private async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled([this.current, this.ahead]);
    await this.file?.close();
    this.port.close();
  }

  private send(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
    if (!this.stopping.signal.aborted) this.port.postMessage(message, transfer);
  }
}

function transferable(answer: WorkerAnswer): readonly ArrayBuffer[] {
  if (answer.kind === 'image') return [answer.image.rgb.buffer];
  if (answer.kind === 'batch' && answer.batch) return [answer.batch.tiles.buffer, answer.batch.coords.buffer];
  return [];
}

// With all cores busy the thread that answers requests goes first. Only Linux has a priority for each thread; elsewhere it is the process's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

if (!parentPort) throw new Error('slide.worker.js runs as a worker thread only');
const worker = new SlideWorker(parentPort);
parentPort.on('message', (message: ToWorker) => worker.receive(message));

import { type ModelVersion } from '#model-registry';
import { type Clock } from './clock.js';
import { type GuardedServer, type ServedName } from './guarded-server.js';
import { type BatchFigures, RowBatcher } from './row-batcher.js';
import { RowLimit } from './row-limit.js';
import { takesVectors } from './vector-rows.js';

interface Placed {
  readonly server: string;
  readonly batcher: RowBatcher;
}

/** One batcher for each place where a version of vectors runs. */
export class RowBatchers {
  private readonly placed = new Map<string, Placed>();

  constructor(private readonly clock: Clock) {}

  /** Null for a version whose rows are never joined. */
  of(server: GuardedServer, as: ServedName, { card, digest }: ModelVersion): RowBatcher | null {
    if (!takesVectors(card)) return null;
    const key = JSON.stringify([server.id, as.name, as.version, digest]);
    const known = this.placed.get(key);
    if (known) return known.batcher;
    const batcher = new RowBatcher(server, as, new RowLimit(server, as, card.serving.maxBatch, this.clock));
    this.placed.set(key, { server: server.id, batcher });
    return batcher;
  }

  /** What was done on a server. */
  figuresOf(server: string): BatchFigures {
    const figures = [...this.placed.values()].filter((placed) => placed.server === server);
    const sum = (name: keyof BatchFigures): number =>
      figures.reduce((total, { batcher }) => total + batcher.read()[name], 0);
    return { questions: sum('questions'), calls: sum('calls'), askedAlone: sum('askedAlone') };
  }
}

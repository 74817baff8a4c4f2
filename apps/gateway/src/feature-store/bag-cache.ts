import { Cancelled } from '#libs/errors';
import { LRUCache } from 'lru-cache';
import type { FeatureBag } from './feature-bag.entity.js';
import { bytesOfBag, type LoadedBag } from './loaded-bag.js';

interface Reading {
  readonly bag: Promise<LoadedBag>;
  waiters: number;
}

/** Bags that are read at the same time. A bag may be 50 MB: hundreds at once, as one request may ask for them, would fill the memory. */
const MOST_READINGS = 4;

/** Bags in memory. Those who ask for one at the same time share one reading, and lately read ones are kept. */
export class BagCache {
  private readonly kept: LRUCache<string, LoadedBag>;
  private readonly readings = new Map<string, Reading>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(
    private readonly read: (bag: FeatureBag) => Promise<LoadedBag>,
    maxBytes: number,
  ) {
    this.kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: bytesOfBag });
  }

  /** A bag that is in memory now. */
  peek(bag: FeatureBag): LoadedBag | null {
    return this.kept.get(keyOf(bag)) ?? null;
  }

  /** @param signal ends this caller's wait; the reading goes on for the others, and does not begin when there are none */
  async load(bag: FeatureBag, signal?: AbortSignal): Promise<LoadedBag> {
    signal?.throwIfAborted();
    const key = keyOf(bag);
    const kept = this.kept.get(key);
    if (kept) return kept;
    const reading = this.readings.get(key) ?? this.begin(key, bag);
    reading.waiters += 1;
    try {
      return await (signal ? untilAborted(reading.bag, signal) : reading.bag);
    } finally {
      reading.waiters -= 1;
    }
  }

  private begin(key: string, bag: FeatureBag): Reading {
    const reading: Reading = { waiters: 0, bag: this.inTurn(() => this.readFor(reading, key, bag)) };
    this.readings.set(key, reading);
    return reading;
  }

  private async readFor(reading: Reading, key: string, bag: FeatureBag): Promise<LoadedBag> {
    try {
      if (reading.waiters === 0) throw new Cancelled();
      const read = await this.read(bag);
      this.kept.set(key, read);
      return read;
    } finally {
      this.readings.delete(key);
    }
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.admit();
    }
  }

  private admit(): void {
    while (this.running < MOST_READINGS) {
      const next = this.waiting.shift();
      if (!next) return;
      this.running += 1;
      next();
    }
  }
}

function keyOf({ tenant, digest }: FeatureBag): string {
  return `${tenant}\n${digest}`;
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

import { type Clock } from './clock.js';

const SLOTS = 10;

interface Slot {
  readonly number: number;
  total: number;
  marked: number;
}

/** Counts of the last `windowMs`, in tenths of it: how many there were, and how many of those were marked. */
export class RollingCounts {
  private slots: readonly Slot[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly windowMs: number,
  ) {}

  add(isMarked: boolean): void {
    const slot = this.current();
    slot.total += 1;
    if (isMarked) slot.marked += 1;
  }

  read(): { readonly total: number; readonly marked: number } {
    this.forgetOld();
    let total = 0;
    let marked = 0;
    for (const slot of this.slots) {
      total += slot.total;
      marked += slot.marked;
    }
    return { total, marked };
  }

  clear(): void {
    this.slots = [];
  }

  private current(): Slot {
    this.forgetOld();
    const number = this.slotNow();
    const last = this.slots.at(-1);
    if (last?.number === number) return last;
    const slot = { number, total: 0, marked: 0 };
    this.slots = [...this.slots, slot];
    return slot;
  }

  private forgetOld(): void {
    const oldest = this.slotNow() - SLOTS;
    const [first] = this.slots;
    if (first && first.number <= oldest) this.slots = this.slots.filter(({ number }) => number > oldest);
  }

  private slotNow(): number {
    return Math.floor(this.clock.now() / (this.windowMs / SLOTS));
  }
}

/** Questions of one operation that are at the model servers at one time: it must not fill a server's queue alone. */
const PLACES = 8;

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * One operation's way to the model servers. Each version that it asks has a lane; the places are shared evenly between the lanes that have
 * work, and one that comes late has at least one. So a version that hangs holds up its own questions and no others. Within a lane, who comes
 * first goes first.
 */
export class ModelLanes {
  private readonly lanes = new Map<string, Lane>();
  private running = 0;
  private isAdmissionPlanned = false;

  /**
   * @param signal ends the waiting: who comes to a place after that is turned away with its reason
   * @param onIdle told whenever nothing runs or waits any more
   */
  constructor(
    private readonly signal: AbortSignal,
    private readonly onIdle: () => void,
  ) {}

  get isIdle(): boolean {
    return this.lanes.size === 0;
  }

  /** Runs the work when the lane has a place. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const lane = this.lanes.get(name) ?? { running: 0, waiting: [] };
    this.lanes.set(name, lane);
    await new Promise<void>((resolve) => {
      lane.waiting.push(resolve);
      this.planAdmission();
    });
    try {
      this.signal.throwIfAborted();
      return await work();
    } finally {
      this.leave(name, lane);
    }
  }

  // Questions to several versions come in the same turn: shares are right when all of them are here.
  private planAdmission(): void {
    if (this.isAdmissionPlanned) return;
    this.isAdmissionPlanned = true;
    setImmediate(() => {
      this.isAdmissionPlanned = false;
      this.admit();
    });
  }

  private leave(name: string, lane: Lane): void {
    lane.running -= 1;
    this.running -= 1;
    if (lane.running === 0 && lane.waiting.length === 0) this.lanes.delete(name);
    this.admit();
    if (this.isIdle) this.onIdle();
  }

  /** Round by round, so that each lane has its first place before another one has its second. */
  private admit(): void {
    const share = Math.ceil(PLACES / Math.max(1, this.lanes.size));
    for (let round = 0; round < share; round += 1)
      for (const lane of this.lanes.values()) {
        const isFree = lane.running === 0 || this.running < PLACES;
        if (isFree && lane.running === round) this.admitOne(lane);
      }
  }

  private admitOne(lane: Lane): void {
    const enter = lane.waiting.shift();
    if (!enter) return;
    lane.running += 1;
    this.running += 1;
    enter();
  }
}

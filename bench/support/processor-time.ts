import { readFileSync } from 'node:fs';

// sysconf(_SC_CLK_TCK) is 100 on every Linux that Node runs on.
const MS_PER_TICK = 10;

/**
 * Processor time of a process and its threads so far, in milliseconds, in steps of 10: utime + stime of /proc/<pid>/stat (proc(5),
 * fields 14 and 15). NaN where there is no /proc.
 */
export function processorTimeMs(pid: number): number {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return NaN;
  }
  // The second field is the program's name, which may hold blanks and brackets; the third is the first after the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

/** Adds up the processor time that processes spend during pieces of work. Steps of 10 ms even out over many pieces. */
export class ProcessorMeter {
  private spentMs = 0;
  private pieces = 0;

  constructor(private readonly pid: number) {}

  async during<T>(work: () => Promise<T>): Promise<T> {
    const before = processorTimeMs(this.pid);
    const result = await work();
    this.spentMs += processorTimeMs(this.pid) - before;
    this.pieces += 1;
    return result;
  }

  get msPerPiece(): number {
    return this.spentMs / this.pieces;
  }
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Row {
  readonly pid: number;
  readonly parent: number;
  /** As `ps` says it; a process that has ended and that nobody has asked after begins with Z. */
  readonly state: string;
  readonly command: string;
}

/** Whether a process still runs. One that has ended and was not yet asked after does not. */
export async function isAlive(pid: number): Promise<boolean> {
  return (await processTable()).some((row) => row.pid === pid);
}

/** The running children of a process. */
export async function childrenOf(pid: number): Promise<readonly number[]> {
  return (await processTable())
    .filter((row) => row.parent === pid && !row.command.startsWith('ps '))
    .map((row) => row.pid);
}

async function processTable(): Promise<readonly Row[]> {
  const { stdout } = await run('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,args='], { maxBuffer: 2 ** 24 });
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .flatMap((row) =>
      row ? [{ pid: Number(row[1]), parent: Number(row[2]), state: row[3] ?? '', command: row[4] ?? '' }] : [],
    )
    .filter((row) => !row.state.startsWith('Z'));
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';

/** What tells one process from every other one, also after its id was given to somebody else. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Changes when the machine starts anew; null where the system has no such id. */
  readonly bootId: string | null;
  /** When the process started, in the system's own words; null where it cannot be found out. */
  readonly processStart: string | null;
  /** The program's file name. Arguments are left out: they may carry a secret. */
  readonly command: string;
}

export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    bootId: bootId(),
    processStart: processStart(process.pid),
    command: basename(process.argv[1] ?? process.execPath),
  };
}

/** Whether that process, of this host, still runs. A process with the same id and another start time is somebody else. */
export function isRunning(identity: ProcessIdentity): boolean {
  const own = bootId();
  if (own !== null && identity.bootId !== null && own !== identity.bootId) return false;
  if (!hasProcess(identity.pid)) return false;
  const start = processStart(identity.pid);
  return start === null || identity.processStart === null || start === identity.processStart;
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

function processStart(pid: number): string | null {
  try {
    // proc(5): field 22 is the start time in clock ticks since boot; the name in field 2 may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return process.platform === 'linux' ? null : processStartFromPs(pid);
  }
}

function processStartFromPs(pid: number): string | null {
  try {
    const options = { encoding: 'utf8', timeout: 5_000, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } } as const;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).trim() || null;
  } catch {
    return null;
  }
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

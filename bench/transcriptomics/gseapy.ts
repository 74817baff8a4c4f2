import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pythonWith } from '#test/python-install';
import { ROOT } from '../support/folders.js';

/** GSEApy in a process of its own, which has its tables in memory as ours are. */
export interface Gseapy {
  readonly version: string;
  /** Milliseconds that its call took, and how many scores it gave. */
  score(folder: string, method: string, threads: number): Promise<{ readonly wallMs: number; readonly scores: number }>;
  stop(): Promise<void>;
}

/** Starts it; it is fetched once from the Python package index. */
export async function startGseapy(): Promise<Gseapy> {
  const python = await pythonWith('gseapy', 'gseapy==1.3.1\npandas==2.3.3\n');
  const script = join(ROOT, 'bench/transcriptomics/gseapy_peer.py');
  const child = spawn(python, ['-W', 'ignore', script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('GSEApy ended');
    return value;
  };
  return {
    version: await answer(),
    score: async (folder, method, threads) => {
      child.stdin.write(`${folder} ${method} ${threads}\n`);
      const [seconds = '', scores = ''] = (await answer()).split(' ');
      return { wallMs: Number(seconds) * 1000, scores: Number(scores) };
    },
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

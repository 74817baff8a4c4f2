import { readdir, readFile } from 'node:fs/promises';

/** Process ids of the embedded model servers that this process has started, by what /proc knows (Linux). */
export async function modelServerChildren(): Promise<readonly number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const children = await Promise.all(ids.map(async (id) => ((await isModelServer(id)) ? [id] : [])));
  return children.flat();
}

async function isModelServer(id: number): Promise<boolean> {
  const [status, command] = await Promise.all([read(`/proc/${id}/status`), read(`/proc/${id}/cmdline`)]);
  return status.includes(`\nPPid:\t${process.pid}\n`) && command.includes('model-server/src/main.js');
}

// A process may end while it is looked at.
function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

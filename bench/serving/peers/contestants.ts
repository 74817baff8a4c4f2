import { childrenOf } from '#test/process-table';
import { MLSERVER_VERSION, installedMlserver, startMlserver } from '#test/mlserver-server';
import type { PeerModel } from '#test/peer-server';
import { installedTriton, startTriton, TRITON_VERSION } from '#test/triton-server';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { startModelServer } from '../../support/servers.js';
import { untilReady } from '../world/until-ready.js';

/** A model server that is asked, with all of its processes. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

const PEERS = [
  {
    name: 'Triton',
    title: `Triton ${TRITON_VERSION}, Python backend`,
    install: installedTriton,
    start: startTriton,
  },
  { name: 'MLServer', title: `MLServer ${MLSERVER_VERSION}`, install: installedMlserver, start: startMlserver },
] as const;

/**
 * Starts the embedded server, and of the others those that can be installed here.
 * @param missing is told why one is left out
 */
export async function startContestants(
  folder: string,
  models: readonly PeerModel[],
  missing: (reason: string) => void,
): Promise<readonly Contestant[]> {
  const started: Contestant[] = [await startEmbedded(folder, models)];
  try {
    for (const { name, title, install, start } of PEERS) {
      const failure = await install().then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (failure === null) started.push(await startPeer(name, () => start(models)));
      else missing(`${title} cannot be installed here, and its rows are missing: ${failure.slice(0, 300)}`);
    }
    return started;
  } catch (error) {
    for (const one of started) await one.stop();
    throw error;
  }
}

async function startEmbedded(folder: string, models: readonly PeerModel[]): Promise<Contestant> {
  for (const { name, version, file } of models) await cp(file, join(folder, name, version, 'model.onnx'));
  const { url, pid, stop } = await startModelServer([folder]);
  await untilReady(url, models);
  return { name: 'embedded', url, pids: [pid], stop };
}

async function startPeer(
  name: string,
  start: () => Promise<{ readonly url: string; stop(): Promise<void> }>,
): Promise<Contestant> {
  const before = await childrenOf(process.pid);
  const { url, stop } = await start();
  const keepers = (await childrenOf(process.pid)).filter((pid) => !before.includes(pid));
  return { name, url, pids: await descendantsOf(keepers), stop };
}

async function descendantsOf(pids: readonly number[]): Promise<readonly number[]> {
  const children = (await Promise.all(pids.map(childrenOf))).flat();
  return children.length === 0 ? pids : [...pids, ...(await descendantsOf(children))];
}

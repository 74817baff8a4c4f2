import { installedKserve, KSERVE_VERSION, startKserve } from './kserve-server.js';
import { installedMlserver, MLSERVER_VERSION, startMlserver } from './mlserver-server.js';
import type { PeerModel, PeerServer } from './peer-server.js';
import { reasonToSkip } from './skip-without.js';
import { installedTriton, startTriton, TRITON_VERSION } from './triton-server.js';

export type PeerKindName = 'Triton' | 'MLServer' | 'KServe';

/** A model server of others that tests run against. */
export interface PeerKind {
  readonly name: PeerKindName;
  readonly release: string;
  /** Why tests on it cannot run here. */
  readonly skip: string | undefined;
  start(models: readonly PeerModel[]): Promise<PeerServer>;
}

/**
 * The model servers of others, for `describe.each`. They are installed when this file is loaded, outside of every test's time limit.
 * @throws Error when one cannot be installed and CI is set; elsewhere the reason to skip is printed
 */
export const peerKinds: readonly PeerKind[] = [
  await kindOf('Triton', TRITON_VERSION, installedTriton, startTriton),
  await kindOf('MLServer', MLSERVER_VERSION, installedMlserver, startMlserver),
  await kindOf('KServe', KSERVE_VERSION, installedKserve, startKserve),
];

async function kindOf(
  name: PeerKindName,
  release: string,
  install: () => Promise<unknown>,
  start: PeerKind['start'],
): Promise<PeerKind> {
  return { name, release, skip: await reasonToSkip(`${name} ${release}`, install), start };
}

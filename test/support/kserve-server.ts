import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { servingFile } from './peer-runtimes.js';
import { startPeer, type PeerModel, type PeerServer } from './peer-server.js';
import { pythonWith } from './python-install.js';

export const KSERVE_VERSION = '0.21.0';

const REQUIREMENTS = readFileSync(servingFile('requirements-cpu.txt'), 'utf8').trim();

/** The interpreter of an environment that holds the server, made on the first call: about 590 MB and a minute. */
export function installedKserve(): Promise<string> {
  return pythonWith(`kserve-${KSERVE_VERSION}`, REQUIREMENTS);
}

/**
 * Starts KServe's Python server with these models, run by ONNX Runtime in the server's own process. It knows no versions: of a model with
 * several the last of the list is served.
 * @throws Error when it cannot be installed or does not start
 */
export async function startKserve(models: readonly PeerModel[]): Promise<PeerServer> {
  const python = await installedKserve();
  const folder = await mkdtemp(join(tmpdir(), 'tessera-kserve-'));
  const ports = [await freePort(), await freePort()];
  const files = new Map(models.map(({ name, file }) => [name, file]));
  const served = [...files].map(([name, file]) => `${name}=${file}`);
  return startPeer({
    what: 'KServe',
    python,
    folder,
    url: `http://127.0.0.1:${ports[0]}`,
    grpc: `127.0.0.1:${ports[1]}`,
    command: [
      python,
      servingFile('serve_onnx.py'),
      ...['--http-port', String(ports[0]), '--grpc-port', String(ports[1])],
      ...served,
    ],
    env: {},
  });
}

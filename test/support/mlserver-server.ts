import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { runtimeFile } from './peer-runtimes.js';
import { startPeer, type PeerModel, type PeerServer } from './peer-server.js';
import { pythonWith } from './python-install.js';

export const MLSERVER_VERSION = '1.7.1';

const REQUIREMENTS = [`mlserver==${MLSERVER_VERSION}`, 'onnxruntime==1.23.2', 'numpy<2.4'];
const MAX_GRPC_BYTES = 256 * 2 ** 20;

/** The interpreter of an environment that holds the server, made on the first call: about 470 MB and a minute. */
export function installedMlserver(): Promise<string> {
  return pythonWith(`mlserver-${MLSERVER_VERSION}`, REQUIREMENTS.join('\n'));
}

/**
 * Starts an MLServer that holds these models, run by ONNX Runtime in the server's own process.
 * @throws Error when it cannot be installed or does not start
 */
export async function startMlserver(models: readonly PeerModel[]): Promise<PeerServer> {
  const python = await installedMlserver();
  const folder = await mkdtemp(join(tmpdir(), 'tessera-mlserver-'));
  const repository = join(folder, 'models');
  const ports = { http_port: await freePort(), grpc_port: await freePort(), metrics_port: await freePort() };
  await mkdir(repository);
  await copyFile(runtimeFile('mlserver_onnx.py'), join(repository, 'mlserver_onnx.py'));
  const settings = { host: '127.0.0.1', ...ports, parallel_workers: 0, grpc_max_message_length: MAX_GRPC_BYTES };
  await writeFile(join(repository, 'settings.json'), JSON.stringify({ ...settings, debug: false }));
  for (const model of models) await layOut(repository, model);
  return startPeer({
    what: 'MLServer',
    python,
    folder,
    url: `http://127.0.0.1:${ports.http_port}`,
    grpc: `127.0.0.1:${ports.grpc_port}`,
    // The environment's own script names the folder that it was made in.
    command: [python, '-c', 'from mlserver.cli.main import main; main()', 'start', repository],
    env: { PYTHONPATH: repository, MLSERVER_LOGGING_LEVEL: 'WARNING' },
  });
}

async function layOut(repository: string, { name, version, file }: PeerModel): Promise<void> {
  const folder = join(repository, `${name}-${version}`);
  await mkdir(folder);
  const settings = { name, implementation: 'mlserver_onnx.Onnx', parameters: { version, uri: file } };
  await writeFile(join(folder, 'model-settings.json'), JSON.stringify(settings));
}

import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TensorMetadata } from '#libs/inference-protocol';
import { freePort } from './free-port.js';
import { startPeer, type PeerModel, type PeerServer } from './peer-server.js';
import { packageFolder, pythonWith, sharedLibraries } from './python-install.js';
import { servingFile } from './peer-runtimes.js';

/** Triton 2.51, of the container release 24.10: the server inside this wheel, on the CPU. */
export const TRITON_VERSION = '2.51.0';

const REQUIREMENTS = ['nvidia-pytriton==0.7.0', 'onnxruntime==1.23.2'];

/** The interpreter of an environment that holds the server, made on the first call: about 510 MB and a minute. */
export function installedTriton(): Promise<string> {
  return pythonWith('triton-24.10', REQUIREMENTS.join('\n'));
}

/**
 * Starts a Triton that holds these models, each version loaded, run by ONNX Runtime behind Triton's Python backend.
 * @throws Error when it cannot be installed or does not start
 */
export function startTriton(models: readonly PeerModel[]): Promise<PeerServer> {
  return startTritonOn((repository) => layOut(repository, models));
}

/** Starts a Triton on a repository that `fill` writes. @throws Error when it cannot be installed or does not start */
export async function startTritonOn(fill: (repository: string) => Promise<void>): Promise<PeerServer> {
  const python = await installedTriton();
  const folder = await mkdtemp(join(tmpdir(), 'tessera-triton-'));
  const site = await packageFolder(python);
  const home = join(site, 'pytriton/tritonserver');
  await mkdir(join(folder, 'models'));
  await fill(join(folder, 'models'));
  await layOutBackend(home, join(folder, 'backends/python'), site);
  const ports = { http: await freePort(), grpc: await freePort(), metrics: await freePort() };
  // A Triton that dies leaves its shared memory behind: a name of its own tells whose it is.
  const region = `tessera-${ports.http}-`;
  const server = await startPeer({
    what: 'Triton',
    python,
    folder,
    url: `http://127.0.0.1:${ports.http}`,
    grpc: `127.0.0.1:${ports.grpc}`,
    command: [join(home, 'bin/tritonserver'), ...serverArguments(folder, ports, region)],
    env: {
      // The backend finds its packages through the first python3 on the path.
      PATH: `${dirname(python)}:${process.env['PATH'] ?? ''}`,
      LD_LIBRARY_PATH: `${join(site, 'nvidia_pytriton.libs')}:${await sharedLibraries(python)}`,
    },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await removeSharedMemory(region);
  };
  return { ...server, stop };
}

interface Ports {
  readonly http: number;
  readonly grpc: number;
  readonly metrics: number;
}

function serverArguments(folder: string, { http, grpc, metrics }: Ports, region: string): readonly string[] {
  const settings = {
    'model-repository': join(folder, 'models'),
    'backend-directory': join(folder, 'backends'),
    'http-address': '127.0.0.1',
    'http-port': http,
    'grpc-address': '127.0.0.1',
    'grpc-port': grpc,
    'metrics-address': '127.0.0.1',
    'metrics-port': metrics,
    'exit-timeout-secs': 1,
    'model-control-mode': 'explicit',
    'load-model': '*',
    'backend-config': `python,shm-region-prefix-name=${region}`,
  };
  return Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
}

async function layOut(repository: string, models: readonly PeerModel[]): Promise<void> {
  for (const model of models) {
    const folder = join(repository, model.name, model.version);
    await mkdir(folder, { recursive: true });
    await symlink(model.file, join(folder, 'model.onnx'));
    await copyFile(servingFile('triton/model.py'), join(folder, 'model.py'));
    await writeFile(join(repository, model.name, 'config.pbtxt'), configOf(model));
  }
}

/** The backend as the wheel has it, with the stub of this interpreter's version: one stub fits one version. */
async function layOutBackend(home: string, backend: string, site: string): Promise<void> {
  await mkdir(backend, { recursive: true });
  for (const name of ['libtriton_python.so', 'triton_python_backend_utils.py']) {
    await symlink(join(home, 'backends/python', name), join(backend, name));
  }
  const version = /python(\d+\.\d+)/.exec(site)?.[1] ?? '';
  const stub = join(backend, 'triton_python_backend_stub');
  await copyFile(join(home, 'python_backend_stubs', version, 'triton_python_backend_stub'), stub);
  await chmod(stub, 0o755);
}

function configOf({ name, inputs, outputs }: PeerModel): string {
  return `name: "${name}"
backend: "python"
max_batch_size: 0
version_policy: { all { } }
input [ ${inputs.map(tensorOf).join(', ')} ]
output [ ${outputs.map(tensorOf).join(', ')} ]
instance_group [ { kind: KIND_CPU count: 1 } ]
`;
}

function tensorOf({ name, datatype, shape }: TensorMetadata): string {
  const type = datatype === 'BYTES' ? 'STRING' : datatype;
  return `{ name: "${name}" data_type: TYPE_${type} dims: [ ${shape.join(', ')} ] }`;
}

async function removeSharedMemory(region: string): Promise<void> {
  const left = await readdir('/dev/shm').catch(() => []);
  for (const name of left.filter((each) => each.startsWith(region))) await rm(join('/dev/shm', name), { force: true });
}

import { isDeepStrictEqual } from 'node:util';
import type { Json } from '#test/json';
import type { Check } from '../check.js';
import { CONFORMANCE_MODELS } from '../models.js';
import type { ServerUnderTest } from '../server-under-test.js';
import { demand, NotSupported } from '../verdict.js';
import { errorOf, parseAnswer } from '../wire.js';

/** Health, metadata and readiness. */
export const SERVER_CHECKS: readonly Check[] = [
  { id: 'health.live', rule: 'GET /v2/health/live is 200', run: (server) => isHealthy(server, '/v2/health/live') },
  { id: 'health.ready', rule: 'GET /v2/health/ready is 200', run: (server) => isHealthy(server, '/v2/health/ready') },
  { id: 'metadata.server', rule: 'GET /v2 has name, version and extensions', run: serverMetadata },
  { id: 'metadata.binary', rule: 'binary tensors are among the extensions if they are spoken', run: binaryIsListed },
  {
    id: 'metadata.model',
    rule: "a model's inputs and outputs are described with name, datatype and shape",
    run: signatures,
  },
  { id: 'metadata.versions', rule: 'the metadata of a model list its versions', run: versionsAreListed },
  { id: 'metadata.unknown-model', rule: 'the metadata of an unknown model are an error', run: unknownMetadata },
  { id: 'ready.version', rule: 'each version has its own readiness', run: eachVersionIsReady },
  {
    id: 'ready.unknown-version',
    rule: 'an unknown version is not ready',
    run: async (server) => {
      server.needVersions();
      await isNotReady(server, server.pathOf('two-versions', '8'));
    },
  },
  {
    id: 'ready.unknown-model',
    rule: 'an unknown model is not ready',
    run: (server) => isNotReady(server, server.pathOf('no-such-model')),
  },
];

async function isHealthy(server: ServerUnderTest, path: string): Promise<void> {
  const { status } = await server.send({ path });
  demand(status === 200, `status ${status}`);
}

async function isNotReady(server: ServerUnderTest, path: string): Promise<void> {
  const { status, body } = await server.send({ path: `${path}/ready` });
  const saysNo = body.length > 0 && parseAnswer(body.toString()).ready === false;
  demand(status !== 200 || saysNo, 'it is said to be ready');
}

async function get(server: ServerUnderTest, path: string): Promise<Json> {
  const { status, body } = await server.send({ path });
  demand(status === 200, `status ${status}`);
  return parseAnswer(body.toString());
}

async function serverMetadata(server: ServerUnderTest): Promise<void> {
  const { name, version, extensions } = await get(server, '/v2');
  demand(typeof name === 'string' && typeof version === 'string', 'name or version is missing');
  demand(Array.isArray(extensions), 'extensions are missing');
}

async function binaryIsListed(server: ServerUnderTest): Promise<string | void> {
  const { extensions = [] } = await get(server, '/v2');
  const isListed: boolean = extensions.includes('binary_tensor_data');
  demand(!isListed || server.has.binary, 'they are listed and not spoken');
  if (!server.has.binary) throw new NotSupported('no binary tensors');
  if (!isListed) return 'they are spoken and not listed';
}

async function signatures(server: ServerUnderTest): Promise<void> {
  for (const { name, version, inputs, outputs } of CONFORMANCE_MODELS) {
    const metadata = await get(server, server.pathOf(name, version));
    demand(metadata.name === server.nameOf(name), `the metadata of ${name} have another name`);
    const plain = (tensors: Json): Json =>
      tensors.map(({ name: tensor, datatype, shape }: Json) => ({ name: tensor, datatype, shape: shape.map(Number) }));
    demand(isDeepStrictEqual(plain(metadata.inputs), inputs), `the inputs of ${name} are others`);
    demand(isDeepStrictEqual(plain(metadata.outputs), outputs), `the outputs of ${name} are others`);
  }
}

async function versionsAreListed(server: ServerUnderTest): Promise<string | void> {
  server.needVersions();
  const { versions } = await get(server, server.pathOf('two-versions', null));
  if (versions === undefined || versions === null || versions.length === 0) return 'none is listed';
  demand(isDeepStrictEqual([...versions].sort(), ['10', '9']), 'others are listed');
}

async function unknownMetadata(server: ServerUnderTest): Promise<string | void> {
  const heard = await server.send({ path: server.pathOf('no-such-model') });
  demand(heard.status >= 400, `status ${heard.status}`);
  demand(errorOf(heard) !== null, `status ${heard.status} without an \`error\` in JSON`);
  if (heard.status !== 404) return `status ${heard.status}`;
}

async function eachVersionIsReady(server: ServerUnderTest): Promise<void> {
  server.needVersions();
  for (const version of ['9', '10']) await isHealthy(server, `${server.pathOf('two-versions', version)}/ready`);
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  decodeInferenceRequest,
  encodeInferenceResponse,
  parseHeaderLength,
  HEADER_LENGTH_HEADER,
  readIntoBuffer,
  type Tensor,
} from '#libs/inference-protocol';
import { DIM, GENES, logitOf, stubBehaviour, WIDE } from './stub-behaviour.js';

// A model server that computes next to nothing, takes the time that it is told, and counts. A process of its own, so that its work is not
// the gateway's. No real server takes 20 ms on demand.

const MAX_BYTES = 2 ** 27;
const MODEL = /^\/v2\/models\/([^/]+)\/versions\/([^/]+)(\/infer|\/ready)?$/;
const genes = Float32Array.from({ length: GENES }, (_, i) => Math.fround(Math.sin(i) * 4));

let behaviour = { delayMs: 0, failsHalf: false };
let counts: Record<string, number> = {};
let failing = 0;

process.on('message', (message) => {
  behaviour = stubBehaviour.parse(message);
  process.send?.(counts);
  counts = {};
});
process.on('disconnect', () => process.exit());
process.once('SIGTERM', () => process.exit());

const server = createServer((incoming, outgoing) => {
  incoming.on('error', () => undefined);
  answer(incoming, outgoing).catch(() => outgoing.destroy());
});
// No pool may meet a connection that this side is just closing.
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
process.send?.({ url: `http://127.0.0.1:${port}` });

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const path = incoming.url ?? '';
  const [, name, version, what] = MODEL.exec(path) ?? [];
  if (name === undefined || version === undefined) {
    const about = { name: 'double', version: '1', extensions: ['binary_tensor_data'], live: true, ready: true };
    return void outgoing.end(JSON.stringify(about));
  }
  if (what === '/infer') return infer({ name, version }, incoming, outgoing);
  outgoing.end(JSON.stringify(what === '/ready' ? { name, ready: true } : metadataOf(name, version)));
}

function metadataOf(name: string, version: string): object {
  const outputs = [{ name: 'logit', datatype: 'FP32', shape: [-1, 1] }];
  if (name === WIDE) outputs.push({ name: 'genes', datatype: 'FP32', shape: [-1, GENES] });
  const inputs = [{ name: 'features', datatype: 'FP32', shape: [-1, -1, DIM] }];
  return { name, versions: [version], platform: 'double', inputs, outputs };
}

async function infer(
  model: { readonly name: string; readonly version: string },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const key = `${model.name}/${model.version}`;
  counts[key] = (counts[key] ?? 0) + 1;
  const headLength = parseHeaderLength(incoming.headers[HEADER_LENGTH_HEADER]);
  const contentLength = Number(incoming.headers['content-length']);
  const body = await readIntoBuffer(incoming, { contentLength, maxBytes: MAX_BYTES, alignAt: headLength ?? 0 });
  if (behaviour.failsHalf && key === 'bench-head/1' && (failing += 1) % 2 === 1) {
    outgoing.writeHead(500).end('{"error":"no"}');
    return;
  }
  const { id, inputs } = decodeInferenceRequest(body, headLength);
  const features = inputs[0]?.data;
  if (!(features instanceof Float32Array)) throw new TypeError('FP32 features were expected');
  const logit: Tensor = {
    name: 'logit',
    datatype: 'FP32',
    shape: [1, 1],
    data: Float32Array.of(logitOf(features)),
  };
  const wide: Tensor = { name: 'genes', datatype: 'FP32', shape: [1, GENES], data: genes };
  if (behaviour.delayMs > 0) await sleep(behaviour.delayMs);
  const outputs = model.name === WIDE ? [logit, wide] : [logit];
  const response = { modelName: model.name, modelVersion: model.version, id, outputs };
  const { headers, pieces } = encodeInferenceResponse(response, () => (headLength === null ? 'json' : 'binary'));
  outgoing.writeHead(200, headers);
  for (const piece of pieces) outgoing.write(piece);
  outgoing.end();
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import {
  decodeInferenceRequest,
  encodeInferenceResponse,
  parseHeaderLength,
  type InferenceRequest,
  type InferenceResponse,
  type TensorOf,
  type TensorEncoding,
} from '#libs/inference-protocol';
import { InferenceClient, type InferenceCall, type InferenceClientOptions } from './index.js';

export type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

const closers: (() => Promise<void>)[] = [];
/** A fake model server and clients for one test each; they are closed after it. */
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

export async function serve(
  infer: Handler,
  extensions: readonly string[] = ['binary_tensor_data'],
  name = 'fake',
  version = '1',
  onMetadata: () => void = () => undefined,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined).on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/v2') {
        onMetadata();
        return void response.end(JSON.stringify({ name, version, extensions }));
      }
      infer(request, response, Buffer.concat(chunks));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${portOf(address)}`, server };
}

const portOf = (address: AddressInfo): number => address.port;

export function clientOf(url: string, options: Partial<InferenceClientOptions> = {}): InferenceClient {
  return closeAfterTest(new InferenceClient({ id: 'gpu-1', url, ...options }));
}

export function closeAfterTest(client: InferenceClient): InferenceClient {
  closers.push(() => client.close());
  return client;
}

export const x: TensorOf<'FP32'> = { name: 'X', datatype: 'FP32', shape: [1, 2], data: Float32Array.of(1.5, -2) };
export const y: TensorOf<'FP32'> = { name: 'Y', datatype: 'FP32', shape: [1, 2], data: Float32Array.of(3, -4) };
export const call: InferenceCall = {
  model: { name: 'm', version: '3' },
  inputs: [x],
  outputs: [{ name: 'Y', datatype: 'FP32', shape: [-1, 2] }],
};
export const good: InferenceResponse = { modelName: 'm', modelVersion: '3', id: null, outputs: [y] };
export const limits = (timeoutMs = 3000, signal = new AbortController().signal) => ({ signal, timeoutMs });

export function reply(response: ServerResponse, answer: InferenceResponse, encoding: TensorEncoding = 'binary'): void {
  const message = encodeInferenceResponse(answer, () => encoding);
  response.writeHead(200, message.headers);
  response.end(Buffer.concat(message.pieces));
}

export const decode = (request: IncomingMessage, body: Buffer): InferenceRequest =>
  decodeInferenceRequest(body, parseHeaderLength(request.headers['inference-header-content-length']));

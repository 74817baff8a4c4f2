import type { IncomingMessage } from 'node:http';
import { BodyBuffer, type BodyOptions, parseHeaderLength, type InferenceRequest } from '#libs/inference-protocol';
import { isLoopback } from '../model-server.config.js';
import { Refusal } from '../refusal.js';
import type { ServerParts } from './server-parts.js';

const CONTENT_TYPES = new Set(['application/json', 'application/octet-stream']);

/**
 * Reads and decodes the body of an inference request. Binary tensors are views on the one buffer that the body was read into.
 * @throws Refusal, InvalidInferenceMessage, BodyTooLarge
 */
export async function readInferenceRequest(
  request: IncomingMessage,
  { codec, config, spareMemory }: ServerParts,
): Promise<InferenceRequest> {
  checkMediaType(request);
  const headerLength = parseHeaderLength(request.headers['inference-header-content-length']);
  const take = (bytes: number): ArrayBuffer => spareMemory.take(bytes);
  const body = await readBody(request, { maxBytes: config.maxBodyBytes, alignAt: headerLength ?? 0, take });
  if (headerLength !== null && headerLength > body.byteLength)
    throw new Refusal('bad-request', 'the inference header length is beyond the end of the body');
  return codec.decodeRest(body, headerLength);
}

/**
 * Gathers a body. One that is refused half-way leaves the connection open, for the answer. Not by the stream's iterator: at 64 KiB a
 * chunk its promises cost as much as the bytes.
 * @throws BodyTooLarge, Refusal
 */
export function readBody(
  request: IncomingMessage,
  options: Omit<BodyOptions, 'contentLength'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = request.headers['content-length'];
  return new Promise((resolve, reject) => {
    const body = new BodyBuffer({ ...options, contentLength: announced === undefined ? null : Number(announced) });
    const add = (chunk: Uint8Array): void => {
      try {
        body.add(chunk);
      } catch (error) {
        request.off('data', add).pause();
        reject(error);
      }
    };
    const leave = (): void => {
      if (!request.complete) reject(new Refusal('client-gone', 'the connection closed'));
    };
    request.on('data', add);
    request.once('end', () => resolve(body.bytes()));
    request.once('close', leave).once('error', leave);
    if (request.destroyed) leave();
  });
}

/**
 * There is no authentication, so pages in a browser must not reach the server: not across sites, and not by a name that was made to point here.
 * @throws Refusal
 */
export function refuseBrowsers(request: IncomingMessage, listensOn: string): void {
  if (request.headers.origin !== undefined)
    throw new Refusal('foreign-origin', 'requests from web pages are not taken');
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  if (isLoopback(listensOn) && host !== '' && !isLoopback(host)) {
    throw new Refusal('foreign-origin', 'the Host header names another machine');
  }
}

function checkMediaType({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal('unsupported-media', 'compressed requests are not taken: send the tensors as they are');
  }
  // A client of the binary extension may state no type at all.
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === undefined || CONTENT_TYPES.has(type)) return;
  throw new Refusal(
    'unsupported-media',
    'send content-type: application/json, or application/octet-stream with binary tensors',
  );
}

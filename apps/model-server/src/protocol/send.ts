import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { EncodedMessage } from '#libs/inference-protocol';

/** A client that takes nothing for this long has its connection closed: it holds the answer's memory. */
const STALLED_AFTER_MS = 30_000;
/** To copy so much takes less time than another write. */
const WHOLE_BYTES = 2 ** 16;

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, document: unknown): void {
  const body = Buffer.from(JSON.stringify(document));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.byteLength }).end(body);
}

/** Answers with a text of a type. */
export function sendText(response: ServerResponse, contentType: string, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(200, { 'content-type': contentType, 'content-length': body.byteLength }).end(body);
}

/** Answers with an encoded message: a small one whole, others piece by piece and no faster than the client reads. */
export async function sendMessage(response: ServerResponse, message: EncodedMessage): Promise<void> {
  response.writeHead(200, { ...message.headers, 'content-length': message.contentLength });
  if (message.contentLength <= WHOLE_BYTES) return void response.end(Buffer.concat(message.pieces));
  for (const piece of message.pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

async function drained(response: ServerResponse): Promise<void> {
  const closed = new AbortController();
  const stop = (): void => closed.abort();
  const timer = setTimeout(() => response.destroy(), STALLED_AFTER_MS);
  response.once('close', stop);
  try {
    await once(response, 'drain', { signal: closed.signal });
  } catch {
    // The client is gone: the caller sees a destroyed response.
  } finally {
    clearTimeout(timer);
    response.off('close', stop);
  }
}

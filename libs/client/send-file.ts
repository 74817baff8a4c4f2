import { openAsBlob } from 'node:fs';
import { sendBytes, type CallOptions, type Connection } from './http.js';
import { GatewayBadAnswer } from './tessera-error.js';

/** A file that the gateway has taken. */
export interface SentFile {
  /** What mutations take as `upload`, for a day. */
  readonly id: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
}

/** Sends a file as it is, piece by piece (Node only). @throws TesseraError with the gateway's code; an Error where there is no such file */
export async function sendFile(connection: Connection, file: string, options: CallOptions): Promise<SentFile> {
  const answer: unknown = await sendBytes(connection, '/uploads', await openAsBlob(file), options);
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('digest' in answer)) throw noUpload();
  const { id, digest } = answer;
  if (typeof id !== 'string' || typeof digest !== 'string') throw noUpload();
  return { id, digest };
}

function noUpload(): GatewayBadAnswer {
  return new GatewayBadAnswer('it does not say what became of the file');
}

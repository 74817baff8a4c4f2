import { Readable } from 'node:stream';
import { type ArrayDatatype, bytesOfArray, encodeNpyHeader } from '#libs/array-files';
import { type BlobStore } from '#gateway/blob-store';
import { type DownloadFile, fileOf } from './send-file.js';

const CONTENT_TYPE = 'application/x-npy';

/** A .npy file over numbers in memory. */
export function npyOf(
  identity: string,
  datatype: ArrayDatatype,
  shape: readonly number[],
  data: Parameters<typeof bytesOfArray>[0],
): DownloadFile {
  return fileOf(`${identity}-npy`, CONTENT_TYPE, Buffer.concat([encodeNpyHeader(datatype, shape), bytesOfArray(data)]));
}

/** A .npy file over a stored blob: the header, then the blob as it is, streamed. */
export async function npyOfBlob(
  blobs: BlobStore,
  blob: string,
  datatype: ArrayDatatype,
  shape: readonly number[],
  signal: AbortSignal,
  /** Bytes of the blob that come before the numbers. */
  from = 0,
): Promise<DownloadFile> {
  const header = encodeNpyHeader(datatype, shape);
  return headedBlob(blobs, { header, blob, from }, { identity: `${blob}-npy`, contentType: CONTENT_TYPE }, signal);
}

/** Some bytes, then a stored blob as it is, streamed. */
export async function headedBlob(
  blobs: BlobStore,
  { header, blob, from = 0 }: { readonly header: Uint8Array; readonly blob: string; readonly from?: number },
  described: Pick<DownloadFile, 'identity' | 'contentType' | 'isReplaced'>,
  signal: AbortSignal,
): Promise<DownloadFile> {
  const blobBytes = await blobs.sizeOf(blob);
  if (blobBytes === undefined || blobBytes < from) throw new Error('a stored array has lost its bytes');
  const open = async (start: number, end: number): Promise<Readable> => {
    const ofHeader = header.subarray(Math.min(start, header.length), Math.min(end + 1, header.length));
    if (end < header.length) return Readable.from([ofHeader]);
    const range = { start: from + Math.max(0, start - header.length), end: from + end - header.length };
    const rest = await blobs.stream(blob, range, signal);
    return ofHeader.length === 0 ? rest : Readable.from(joined(ofHeader, rest), { objectMode: false });
  };
  return { ...described, sizeBytes: header.length + blobBytes - from, open };
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}

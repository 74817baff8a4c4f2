import { SlideUnreadable } from '#libs/errors';

const SOI = [0xff, 0xd8];

/** Adobe's APP14 with transform 0: the three components are RGB as they stand. */
const APP14_RGB = [0xff, 0xee, 0x00, 0x0e, 0x41, 0x64, 0x6f, 0x62, 0x65, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00, 0x00];

/** What a JPEG stream says of itself in its frame header (ITU-T T.81, B.2.2). */
export interface JpegFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: number;
  readonly precisionBits: number;
}

/**
 * A stored tile as a JPEG file of its own: SOI, APP14 where the samples are RGB, the shared tables, the tile (TIFF Technical Note 2).
 * Without the APP14 a decoder takes three components for YCbCr and the colours are wrong.
 * @throws {SlideUnreadable} when the tile or the tables do not begin and end as JPEG does
 */
export function spliceJpeg(tables: Uint8Array | null, tile: Uint8Array, isRgb: boolean): Uint8Array {
  const shared = tables ? tablesBody(tables) : new Uint8Array();
  const body = afterSoi(tile);
  const app14 = isRgb ? APP14_RGB : [];
  const jpeg = new Uint8Array(SOI.length + app14.length + shared.length + body.length);
  jpeg.set(SOI, 0);
  jpeg.set(app14, SOI.length);
  jpeg.set(shared, SOI.length + app14.length);
  jpeg.set(body, SOI.length + app14.length + shared.length);
  return jpeg;
}

/**
 * Reads the frame header without decoding anything.
 * @throws {SlideUnreadable} when the stream has none before its first scan
 */
export function readJpegFrame(jpeg: Uint8Array): JpegFrame {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 4 <= jpeg.length) {
    if (view.getUint8(at) !== 0xff) throw brokenJpeg();
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameHeader(marker)) return frameAt(view, at + 4);
    if (marker === 0xda || marker === 0xd9) break;
    const length = view.getUint16(at + 2);
    if (length < 2) throw brokenJpeg();
    at += 2 + length;
  }
  throw brokenJpeg();
}

/** SOF0 to SOF15, without DHT, JPG and DAC, which lie between them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function frameAt(view: DataView, at: number): JpegFrame {
  if (at + 6 > view.byteLength) throw brokenJpeg();
  return {
    precisionBits: view.getUint8(at),
    heightPx: view.getUint16(at + 1),
    widthPx: view.getUint16(at + 3),
    components: view.getUint8(at + 5),
  };
}

function tablesBody(tables: Uint8Array): Uint8Array {
  const body = afterSoi(tables);
  const isEnded = body.length >= 2 && body[body.length - 2] === 0xff && body[body.length - 1] === 0xd9;
  return isEnded ? body.subarray(0, body.length - 2) : body;
}

function afterSoi(stream: Uint8Array): Uint8Array {
  if (stream[0] !== SOI[0] || stream[1] !== SOI[1]) throw brokenJpeg();
  return stream.subarray(2);
}

function brokenJpeg(): SlideUnreadable {
  return new SlideUnreadable('a tile is broken JPEG');
}

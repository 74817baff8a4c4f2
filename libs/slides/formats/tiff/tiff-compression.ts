export const JPEG_COMPRESSION = 7;

/** TIFF 6.0, the supplements, and the private numbers that scanners use. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'no compression',
  5: 'LZW',
  6: 'JPEG of the withdrawn kind (TIFF 6.0)',
  8: 'Deflate',
  32773: 'PackBits',
  32946: 'Deflate',
  33003: 'JPEG 2000 (Aperio, YCbCr)',
  33004: 'JPEG 2000',
  33005: 'JPEG 2000 (Aperio, RGB)',
  33007: 'JPEG 2000',
  34712: 'JPEG 2000',
  34925: 'LZMA',
  50000: 'Zstandard',
  50001: 'WebP',
  50002: 'JPEG XL',
};

/** A compression's name for a person; its number where it has none here. */
export function compressionName(compression: number): string {
  return NAMES[compression] ?? `number ${compression}`;
}

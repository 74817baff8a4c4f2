import sharp from 'sharp';
import { buildTiff, type BuiltDirectory, type BuiltEntry } from './build-tiff.js';

export interface BuiltImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tileEdgePx: number;
  /** Stored tiles; used in turns when there are fewer than places, so that a huge image needs few bytes. */
  readonly tiles: readonly Uint8Array[];
  /** Added, or put in place of what would be written. */
  readonly entries?: readonly BuiltEntry[];
}

export interface BuiltPyramid {
  readonly images: readonly BuiltImage[];
  readonly isBig?: boolean;
  readonly isBigEndian?: boolean;
  /** Levels after the first as SubIFDs of the first, not as directories of the chain. */
  readonly hasSubDirectories?: boolean;
}

/** A JPEG tile of one colour, baseline, YCbCr. */
export async function colourTile(edgePx: number, [r, g, b]: readonly [number, number, number]): Promise<Uint8Array> {
  return sharp({ create: { width: edgePx, height: edgePx, channels: 3, background: { r, g, b } } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

export const text = (value: string): readonly number[] => [...Buffer.from(`${value}\0`, 'latin1')];

/** 0.5 um per pixel: 20,000 pixels per centimetre. */
export const HALF_MICROMETRE: readonly BuiltEntry[] = [
  { tag: 282, type: 5, values: [20_000, 1] },
  { tag: 283, type: 5, values: [20_000, 1] },
  { tag: 296, type: 3, values: [3] },
];

/** A tiled TIFF of JPEG tiles, as bytes. */
export function buildPyramid(pyramid: BuiltPyramid): Buffer {
  const blobs: Uint8Array[] = [];
  const directories = pyramid.images.map((image, i): BuiltDirectory => {
    const isChild = i > 0 && pyramid.hasSubDirectories === true;
    const children = i === 0 && pyramid.hasSubDirectories ? pyramid.images.length - 1 : 0;
    const directory = {
      entries: entriesOf(image, i, blobs.length, children, pyramid.isBig ?? false),
      isDetached: isChild,
    };
    blobs.push(...image.tiles);
    return directory;
  });
  const { isBig = false, isBigEndian = false } = pyramid;
  return buildTiff({ directories, blobs, isBig, isBigEndian });
}

function entriesOf(
  image: BuiltImage,
  index: number,
  firstBlob: number,
  children: number,
  isBig: boolean,
): BuiltEntry[] {
  const { widthPx, heightPx, tileEdgePx, tiles } = image;
  const places = Array.from(
    { length: Math.ceil(widthPx / tileEdgePx) * Math.ceil(heightPx / tileEdgePx) },
    (_, i) => i,
  );
  const entries: BuiltEntry[] = [
    { tag: 254, type: 4, values: [index === 0 ? 0 : 1] },
    { tag: 256, type: 4, values: [widthPx] },
    { tag: 257, type: 4, values: [heightPx] },
    { tag: 258, type: 3, values: [8, 8, 8] },
    { tag: 259, type: 3, values: [7] },
    { tag: 262, type: 3, values: [6] },
    { tag: 277, type: 3, values: [3] },
    { tag: 322, type: 3, values: [tileEdgePx] },
    { tag: 323, type: 3, values: [tileEdgePx] },
    {
      tag: 324,
      type: isBig ? 16 : 4,
      values: ({ blobOffsets }) => places.map((i) => blobOffsets[firstBlob + (i % tiles.length)] ?? 0),
    },
    { tag: 325, type: 4, values: places.map((i) => tiles[i % tiles.length]?.length ?? 0) },
  ];
  if (children > 0) {
    entries.push({ tag: 330, type: 4, values: ({ directoryOffsets }) => directoryOffsets.slice(1, 1 + children) });
  }
  const replaced = new Set(image.entries?.map((entry) => entry.tag));
  return [...entries.filter((entry) => !replaced.has(entry.tag)), ...(image.entries ?? [])].sort(
    (a, b) => a.tag - b.tag,
  );
}

import { gunzipSync } from 'node:zlib';
import { ArtifactInvalid } from '#libs/errors';
import { type OpenFile, readAll } from './open-file.js';
import { checkSize, CountsBuilder, different } from './sparse-counts.js';
import type { SampleContent } from './spatial-sample.types.js';

const MOST_TEXT_BYTES = 500 * 1024 * 1024;

/**
 * Tables with tabs: counts with a spot a row, named `XxY` by its place in the array, and a gene a column; places with the columns `x`, `y`, `pixel_x` and `pixel_y`. Either may be gzipped.
 * @throws ArtifactInvalid
 */
export function readSpotTables(countsFile: OpenFile, placesFile: OpenFile): SampleContent {
  const places = placesOf(textOf(placesFile));
  const [heading = '', ...lines] = textOf(countsFile).trimEnd().split('\n');
  const genes = different(heading.replace(/\r$/, '').split('\t').slice(1));
  const counts = new CountsBuilder();
  const spots: string[] = [];
  const centres: number[] = [];
  const taken = new Set<string>();
  for (const line of lines) {
    const cells = line.replace(/\r$/, '').split('\t');
    const name = cells[0] ?? '';
    if (cells.length !== genes.length + 1) throw new ArtifactInvalid('a row of counts is not as long as its heading');
    if (taken.has(name)) throw new ArtifactInvalid('a spot has two rows of counts');
    taken.add(name);
    const place = places.get(name);
    if (!place) continue;
    for (let gene = 0; gene < genes.length; gene += 1) counts.add(spots.length, gene, numberOf(cells[gene + 1] ?? ''));
    spots.push(name);
    centres.push(...place);
  }
  checkSize(genes.length, spots.length);
  return {
    ...{ genes, spots, centres: Float64Array.from(centres), diameterPx: null },
    counts: counts.byGene(genes.length),
  };
}

function placesOf(text: string): ReadonlyMap<string, readonly [number, number]> {
  const [heading = '', ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const columns = ['x', 'y', 'pixel_x', 'pixel_y'].map((name) => heading.split('\t').indexOf(name));
  if (columns.includes(-1))
    throw new ArtifactInvalid('the table of places lacks one of the columns x, y, pixel_x, pixel_y');
  const places = new Map<string, readonly [number, number]>();
  for (const line of lines) {
    const cells = line.split('\t');
    const [x, y, pixelX, pixelY] = columns.map((column) => numberOf(cells[column] ?? ''));
    if (places.has(`${x}x${y}`)) throw new ArtifactInvalid('a spot has two rows in the table of places');
    places.set(`${x}x${y}`, [pixelX ?? NaN, pixelY ?? NaN]);
  }
  return places;
}

function numberOf(cell: string): number {
  const value = cell.trim() === '' ? NaN : Number(cell);
  if (!Number.isFinite(value)) throw new ArtifactInvalid('a cell of its tables holds no number');
  return value;
}

/** @throws ArtifactInvalid for more text than is read */
export function textOf(file: OpenFile): string {
  return bytesOf(file).toString('utf8');
}

/** What a file holds, unzipped where it is gzip. @throws ArtifactInvalid for more text than is read */
export function bytesOf(file: OpenFile): Buffer {
  const bytes = readAll(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return Buffer.from(isGzip ? gunzipSync(bytes, { maxOutputLength: MOST_TEXT_BYTES }) : bytes);
  } catch {
    throw new ArtifactInvalid('it is no gzip file, or has more text than is read');
  }
}

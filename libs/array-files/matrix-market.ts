import { ArtifactInvalid } from '#libs/errors';
import { type OpenFile } from './open-file.js';
import { bytesOf } from './spot-tables.js';

const NEWLINE = 10;
const HEADING = /^%%MatrixMarket matrix coordinate (integer|real) general\s*$/i;

/**
 * Entries of a Matrix Market file in coordinate format, gzipped or not (Boisvert, Pozo and Remington 1996, NISTIR 5935): rows and columns from 0.
 * @param shape rows and columns that it must have
 * @throws ArtifactInvalid for another format or shape, and for entries that are not whole
 */
export function readMatrixMarket(
  file: OpenFile,
  [rows, columns]: readonly [number, number],
  onEntry: (row: number, column: number, value: number) => void,
): void {
  const lines = linesOf(bytesOf(file));
  const heading = lines.next().value ?? '';
  if (!HEADING.test(heading))
    throw new ArtifactInvalid('its matrix is no Matrix Market file of coordinates and numbers');
  let sizes: readonly number[] | null = null;
  let found = 0;
  for (const line of lines) {
    if (line.startsWith('%') || line.trim() === '') continue;
    const numbers = line.trim().split(/\s+/).map(Number);
    if (numbers.length !== 3 || !numbers.every(Number.isFinite))
      throw new ArtifactInvalid('a line of its matrix is not three numbers');
    if (!sizes) {
      sizes = numbers;
      continue;
    }
    const [row = 0, column = 0, value = NaN] = numbers;
    if (!isPlace(row, rows) || !isPlace(column, columns))
      throw new ArtifactInvalid('its matrix points outside of itself');
    onEntry(row - 1, column - 1, value);
    found += 1;
  }
  if (sizes?.[0] !== rows || sizes[1] !== columns || sizes[2] !== found)
    throw new ArtifactInvalid('its matrix has another shape than its features and barcodes');
}

const isPlace = (place: number, most: number): boolean => Number.isInteger(place) && place >= 1 && place <= most;

/** A line at a time: as one text a large matrix would be longer than a text can be. */
function* linesOf(bytes: Buffer): Generator<string, undefined> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end < 0 ? bytes.length : end;
    yield bytes.toString('latin1', from, to);
    from = to + 1;
  }
}

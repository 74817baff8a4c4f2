import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dice } from './dice.js';

const DIM = 1280;
const SHAPES = [
  ...[
    '(100000, 100000)',
    '(4294967296, 4294967296)',
    '(9223372036854775807, 1280)',
    '(-1, 1280)',
    '(-8, -1280)',
    '(0, 1280)',
  ],
  ...[
    '(8, 1280, 1)',
    '(10240,)',
    '()',
    '(8.5, 1280)',
    '(8, 1281)',
    '(9, 1280)',
    '(7, 1280)',
    '(True, 1280)',
    "('8', 1280)",
  ],
];
const DATATYPES = ['<f4', '<f2', '>f4', '<f8', '|O', '<i8', '<U4', '|u1'];
const VALUES = [NaN, Infinity, -Infinity, 3.4e38, -3.4e38, 1e-45, 0, 1e20];
const TILES = 8;

/** A `.npy` feature file that lies about its shape or its type, or whose values are no features; and coordinates for eight tiles. */
export async function writeHostileFeatures(folder: string, number: number, dice: Dice): Promise<string> {
  const file = join(folder, `hostile-${number}.npy`);
  const isFalseShape = dice.oneIn(2);
  const shape = isFalseShape ? dice.pick(SHAPES) : `(${TILES}, ${DIM})`;
  const datatype = !isFalseShape && dice.oneIn(3) ? dice.pick(DATATYPES) : '<f4';
  const features = Float32Array.from({ length: TILES * DIM }, (_, i) => Math.sin(i + number));
  const odd = dice.pick(VALUES);
  for (let i = dice.below(DIM); i < features.length; i += 1 + dice.below(4000)) features[i] = odd;
  await writeFile(file, npyOf(shape, datatype, features));
  return file;
}

/** The coordinates that go with each of them. */
export async function writeCoordinates(folder: string): Promise<string> {
  const file = join(folder, 'coordinates.npy');
  const coords = Int32Array.from({ length: TILES * 2 }, (_, i) => 300 * Math.floor(i / 2));
  await writeFile(file, npyOf(`(${TILES}, 2)`, '<i4', coords));
  return file;
}

function npyOf(shape: string, datatype: string, data: Float32Array | Int32Array): Buffer {
  const text = `{'descr': '${datatype}', 'fortran_order': False, 'shape': ${shape}, }`;
  const header = `${text.padEnd(117)}\n`;
  const start = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  return Buffer.concat([start, Buffer.from(header), Buffer.from(data.buffer)]);
}

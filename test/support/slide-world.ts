import { appendFile, copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AddSlideDocument,
  PredictDocument,
  PrepareFeaturesDocument,
  type PredictQuery,
  type RegionInput,
} from '#libs/client';
import { demoSlides, projectRoot, type RunningGateway } from './gateway-process.js';

export const ENCODER = 'local:demo-lite0@prod';
export const CHAMPION = 'local:demo-dense-focus@champion';
export const CHALLENGER = 'local:demo-dense-focus@challenger';

type Slide = NonNullable<PredictQuery['slide']>;

/** Adds the smaller of the demonstration's slides and makes its features: 39 tiles. @returns the slide's id */
export async function addSlideWithFeatures({ client }: RunningGateway): Promise<string> {
  const { addSlide } = await client.request(AddSlideDocument, { input: { path: 'CMU-1-Small-Region.svs' } });
  const input = { slideId: addSlide.id, encoder: ENCODER };
  const { prepareFeatures } = await client.request(PrepareFeaturesDocument, { input });
  await client.waitForJob(prepareFeatures.id, { pollMs: 100 });
  return addSlide.id;
}

/** Asks one version. A region makes it another question, which no stored answer holds. */
export async function predict(
  { client }: RunningGateway,
  id: string,
  model: string,
  region: RegionInput | null = null,
): Promise<NonNullable<Slide['prediction']>> {
  const { slide } = await client.request(PredictDocument, { id, model, region });
  if (!slide?.prediction) throw new Error('a prediction was expected');
  return slide.prediction;
}

/** What a request is rejected with, and after how many milliseconds. */
export async function refusalOf(work: Promise<unknown>): Promise<{ readonly error: unknown; readonly ms: number }> {
  const before = performance.now();
  const error = await work.then(
    () => Promise.reject(new Error('it succeeded')),
    (reason: unknown) => reason,
  );
  return { error, ms: performance.now() - before };
}

/** A slide file whose bytes no other has: the same picture, and a tail behind it that no TIFF reader looks at. */
export async function writeOwnSlide(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  await copyFile(join(projectRoot, 'test/fixtures/slides/tiny-small.svs'), file);
  await appendFile(file, name);
  return file;
}

/** A copy of the demonstration's larger slide (552 tiles), for work that takes a while. */
export async function copyLargeSlide(folder: string): Promise<string> {
  await copyFile(join(demoSlides, 'C6.tiff'), join(folder, 'C6.tiff'));
  return 'C6.tiff';
}

/** The numbers of a version 1.0 `.npy` file of little-endian float32, read by the format's description. */
export async function readNpy(
  file: string,
): Promise<{ readonly shape: readonly number[]; readonly values: Float32Array }> {
  const bytes = await readFile(file);
  const length = bytes.readUInt16LE(8);
  const header = bytes.toString('latin1', 10, 10 + length);
  if (bytes.toString('latin1', 1, 6) !== 'NUMPY' || !header.includes("'descr': '<f4'")) throw new Error(header);
  const shape = (/\(([^)]*)\)/.exec(header)?.[1] ?? '')
    .split(',')
    .filter((part) => part.trim())
    .map(Number);
  const data = bytes.subarray(10 + length);
  const values = Float32Array.from({ length: data.length / 4 }, (_, i) => data.readFloatLE(i * 4));
  return { shape, values };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { REFERENCE, type TestGateway } from './open-test-gateway.js';
import { type Json } from './json.js';

/** What PyTorch computed for one version on one bag. */
export interface ReferenceCall {
  readonly logit: number;
  readonly rawProbability: number;
  readonly calibratedProbability: number;
  readonly call: string;
}

export interface ReferenceBag {
  readonly tileCount: number;
  readonly domainDistance: number;
  readonly domainPercentile: number;
  readonly v1: ReferenceCall;
  readonly v2: ReferenceCall;
}

export interface ReferenceTile {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly features: readonly number[];
  readonly attention: number;
  readonly tileLogit: Readonly<Record<'v1' | 'v2', number>>;
  readonly tileScore: Readonly<Record<'v1' | 'v2', number>>;
}

/** The values of test/fixtures/reference: OpenSlide's pixels, PyTorch's numbers. Nothing of Tessera's made them. */
export interface ReferenceSlide {
  readonly slide: { readonly sha256: string; readonly width: number; readonly height: number; readonly mpp: number };
  readonly tiles: readonly ReferenceTile[];
  readonly meanEmbedding: { readonly first: readonly number[]; readonly l2Norm: number };
  readonly wholeSlide: ReferenceBag;
  readonly coords: readonly (readonly [number, number])[];
}

export interface ReferenceC6 extends ReferenceSlide {
  readonly region: ReferenceBag & Rectangle & { readonly tileIndices: readonly number[] };
  readonly domainLimit: number;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const referenceC6: ReferenceC6 = JSON.parse(await readFile(join(REFERENCE, 'c6-expected.json'), 'utf8'));
export const referenceCmu: ReferenceSlide = JSON.parse(
  await readFile(join(REFERENCE, 'cmu-1-small-region-expected.json'), 'utf8'),
);

/** The region of the reference, as the API takes it: 22 tiles with few nuclei. */
export const QUIET_CORNER: Rectangle = (({ x, y, width, height }) => ({ x, y, width, height }))(referenceC6.region);
export const C6_FACTS = { stain: 'HE', organ: 'breast', specimen: 'RESECTION', preservation: 'FROZEN' } as const;
export const V1 = 'local:demo-dense-focus/1';
export const V2 = 'local:demo-dense-focus/2';

const ADD = 'mutation Add($input: AddSlideInput!) { addSlide(input: $input) { id } }';
const PREPARE = `mutation Prepare($slideId: ID!, $encoder: ModelRef!) {
  prepareFeatures(input: { slideId: $slideId, encoder: $encoder }) { id } }`;
const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest tileCount } }';
const JOB = `query Job($id: ID!) {
  job(id: $id) { state stage done total error { code message retryable facts } featureBag { digest } } }`;

/** Adds a slide; gives its id. */
export async function addSlide(
  gateway: TestGateway,
  path: string,
  facts: Readonly<Record<string, unknown>> = {},
  key?: string,
): Promise<string> {
  return (await gateway.data(ADD, { input: { path, ...facts } }, key)).addSlide.id;
}

/** Starts the ingest road; gives the job's id. */
export async function prepare(gateway: TestGateway, slideId: string, key?: string): Promise<string> {
  return (await gateway.data(PREPARE, { slideId, encoder: 'local:demo-lite0/1' }, key)).prepareFeatures.id;
}

/** Asks for a job until it has ended. @returns every look at it, the last one at its end */
export async function followJob(gateway: TestGateway, id: string, key?: string): Promise<readonly Json[]> {
  const looks: Json[] = [];
  for (;;) {
    const { job } = await gateway.data(JOB, { id }, key);
    looks.push(job);
    if (['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(job.state)) return looks;
    await sleep(150);
  }
}

/** Imports the 22 reference features of the quiet corner; gives the bag's digest. Takes no model run and milliseconds. */
export async function importCorner(gateway: TestGateway, slideId: string, key?: string): Promise<string> {
  const path = join(REFERENCE, 'c6-features.trident.h5');
  const input = { slideId, path, encoder: 'local:demo-lite0/1', mpp: 1 };
  return (await gateway.data(IMPORT, { input }, key)).importFeatures.digest;
}

/** A leaf of base64 float32 as numbers. */
export function floatsOf(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}

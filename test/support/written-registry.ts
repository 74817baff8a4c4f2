import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import {
  localSources,
  ManagedVersions,
  ModelRegistry,
  RegistryWriter,
  WrittenSource,
  type Writer,
} from '#model-registry';
import { StoredJournal } from '#gateway/registry-journal';
import { type Json } from './json.js';

const DEMO_MODELS = join(process.cwd(), 'model-registry/models');

/** The model that is written to: two versions, one calibration record each. */
export const MODEL = 'demo-dense-focus';
export const SHIPPED = 'demo-dense-focus-2-platt-resection';
export const V2_FOLDER = join(MODEL, '2');
export const WRITER: Writer = { tenant: 'crash', caller: 'writer', requestId: 'req-1' };
export const OPTIONS = { dryRun: false, idempotencyKey: null } as const;

/** A registry with the journal of a store over a directory of its own, as the gateway puts them together. */
export interface WrittenRegistry {
  readonly directory: string;
  readonly registry: ModelRegistry;
  readonly writer: RegistryWriter;
  readonly journal: StoredJournal;
}

/** Copies the model into a folder of its own. */
export async function copyModel(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tessera-written-'));
  await cp(join(DEMO_MODELS, MODEL), join(directory, MODEL), { recursive: true });
  return directory;
}

/** Opens a registry that reads only when it is told to. */
export async function openWritten(directory: string, dataSource: DataSource): Promise<WrittenRegistry> {
  const journal = new StoredJournal(Promise.resolve(dataSource));
  const managed = await ManagedVersions.open(join(directory, '.registered'), ['local']);
  const local = localSources([directory], { pollMs: 0 });
  const sources = local.map((source) => new WrittenSource(source, journal, managed));
  const registry = await ModelRegistry.open({ sources }, AbortSignal.timeout(60_000));
  return { directory, registry, writer: new RegistryWriter(registry, { journal, managed, through: null }), journal };
}

/** A good record of version 2 under an id of its own, for one site. */
export async function recordFor(id: string, site: string): Promise<Json> {
  const record = JSON.parse(await readFile(placeOf(DEMO_MODELS, SHIPPED), 'utf8'));
  return { ...record, id, stratum: { ...record.stratum, site }, map: { method: 'platt', a: 1, b: -20 } };
}

/** Puts a record into the directory, as whoever reviews it like code would. */
export async function writeRecordFile(directory: string, record: Json): Promise<void> {
  await writeFile(placeOf(directory, record.id), JSON.stringify(record));
}

export async function removeModel(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

function placeOf(directory: string, id: string): string {
  return join(directory, V2_FOLDER, 'calibrations', `${id}.json`);
}

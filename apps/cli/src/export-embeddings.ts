import { readFile } from 'node:fs/promises';
import {
  EmbeddingIndexesDocument,
  EmbeddingIndexOfJobDocument,
  type EmbeddingIndexOfJobQuery,
  IndexEmbeddingsDocument,
  type IndexEmbeddingsInput,
} from '#libs/client';
import type { CliContext } from './cli-context.js';
import { UsageError } from './cli-errors.js';
import type { ExportEmbeddingsOptions } from './commands/embeddings.js';
import { followJob } from './follow-job.js';
import { bytesProgressOn } from './output/bytes-progress.js';

type Generation = NonNullable<NonNullable<NonNullable<EmbeddingIndexOfJobQuery['job']>['embeddingIndex']>['serving']>;

/** Saves vectors with progress: makes them where they are not of now, and goes on with a download that broke off. */
export async function exportEmbeddings(
  context: CliContext,
  cohort: string | undefined,
  options: ExportEmbeddingsOptions,
): Promise<void> {
  const { out, format, float16 = false, model } = options;
  if ((cohort === undefined) === (options.slides === undefined))
    throw new UsageError('Say of what: the id of a cohort, or --slides FILE.');
  if (float16 && format === 'HDF5') throw new UsageError('--float16 is not written as hdf5: take another format.');
  const generation =
    (cohort === undefined ? null : await current(context, cohort, options)) ??
    (await made(context, await inputOf(cohort, options), options));
  if (generation.href === null) throw new UsageError('There are no vectors to save.');
  const progress = context.settings.json ? null : bytesProgressOn(context.io.stderr);
  const { sizeBytes, resumedAt } = await context.client
    .downloadResumable(generation.href, out, {
      signal: context.signal,
      onBytes: (done) => progress?.update(done),
    })
    .finally(() => progress?.end());
  await saveBeside(context, generation, options);
  const { vectorCount, dimension, spaceId, version, missing, level } = generation;
  const told = { file: out, bytes: sizeBytes, resumedAt, format, float16, model, version, level, spaceId };
  context.show({ ...told, vectorCount, dimension, missing }, () => [
    `${vectorCount} vectors of ${dimension} numbers by ${version}: ${out}`,
    ...(resumedAt > 0 ? [`went on after ${resumedAt} of ${sizeBytes} bytes`] : []),
    `space ${context.settings.full ? spaceId : spaceId.slice(0, 12)}`,
    ...missing.map(({ code, count }) => `${count} without a vector: ${code}`),
  ]);
}

/** The generation that is served, where it is of the version and the revision of now. */
async function current(
  context: CliContext,
  cohort: string,
  { model, format, float16 = false }: ExportEmbeddingsOptions,
): Promise<Generation | null> {
  const asked = { cohort, model, format, float16 };
  const found = await context.client.request(EmbeddingIndexesDocument, asked, { signal: context.signal });
  const { cohort: stated, modelVersion, embeddingIndexes } = found;
  const served = embeddingIndexes.flatMap(({ serving }) => serving ?? []);
  const isOfNow = ({ versionDigest, cohortRevision }: Generation): boolean =>
    versionDigest === modelVersion?.digest && cohortRevision === stated?.revision;
  return served.find(isOfNow) ?? null;
}

async function made(
  context: CliContext,
  input: IndexEmbeddingsInput,
  { format, float16 = false }: ExportEmbeddingsOptions,
): Promise<Generation> {
  const { id } = await followJob(context, 'Its vectors are stored.', async () => {
    const { indexEmbeddings: job } = await context.ask(IndexEmbeddingsDocument, { input });
    return job.id;
  });
  const variables = { id, format, float16 };
  const { job } = await context.client.request(EmbeddingIndexOfJobDocument, variables, { signal: context.signal });
  const serving = job?.embeddingIndex?.serving;
  if (!serving) throw new UsageError('The index has been replaced meanwhile. Run the command again.');
  return serving;
}

async function inputOf(
  cohort: string | undefined,
  { model, slides }: ExportEmbeddingsOptions,
): Promise<IndexEmbeddingsInput> {
  if (cohort !== undefined) return { model, cohort };
  const text = await readFile(slides ?? '', 'utf8').catch(() => {
    throw new UsageError('The file of --slides cannot be read.');
  });
  const listed = text.split(/\r?\n/).map((line) => line.trim());
  return { model, slides: listed.filter((line) => line !== '') };
}

async function saveBeside(
  context: CliContext,
  { idsHref, manifestHref }: Generation,
  { ids, manifest }: Pick<ExportEmbeddingsOptions, 'ids' | 'manifest'>,
): Promise<void> {
  const { client, signal } = context;
  if (ids !== undefined && idsHref !== null) await client.download(idsHref, ids, { signal });
  if (manifest !== undefined && manifestHref !== null) await client.download(manifestHref, manifest, { signal });
}

import { extname } from 'node:path';
import {
  AddExpressionMatrixDocument,
  ImportGeneSetCollectionDocument,
  JobNotSucceeded,
  ScoreExpressionMatrixDocument,
  TesseraError,
  type Job,
  type SentFile,
} from '#libs/client';
import type { CliContext } from './cli-context.js';
import { UsageError } from './cli-errors.js';
import type { ScoreOptions } from './commands/pathways.js';
import { followJob } from './follow-job.js';

const UPLOAD_TIMEOUT_MS = 60 * 60 * 1000;
const OUTCOME = 'What it made is kept.';
const LINKS = { '.tsv': 'tsv', '.npy': 'npy', '.parquet': 'parquet' } as const;

/** Sends a matrix and a collection, has one scored in the other, and saves the scores. The same files again are the same objects of the gateway. */
export async function scorePathways(context: CliContext, matrixFile: string, options: ScoreOptions): Promise<void> {
  const link = linkOf(options.out);
  const collection = await collectionOf(context, await send(context, options.collection), options);
  const matrix = await matrixOf(context, await send(context, matrixFile), options);
  const { method, minSize, maxSize, maxDiff, kcdf, normalise, form } = options;
  const chosen = {
    ...(kcdf === undefined ? {} : { kernel: kcdf }),
    ...(maxDiff ? {} : { maxDifference: false }),
    ...(normalise === undefined ? {} : { normalise }),
    ...(form === undefined ? {} : { form }),
  };
  const job = await followJob(context, OUTCOME, async () => {
    const input = { matrix, collection, settings: { method, minSize, maxSize, ...chosen } };
    return (await context.ask(ScoreExpressionMatrixDocument, { input })).scoreExpressionMatrix.id;
  });
  const scores = job.pathwayScores;
  if (!scores)
    throw new TesseraError({ code: 'NOT_FOUND', message: 'The job has ended, and its scores are not there.' });
  await context.client.download(scores[link], options.out, { signal: context.signal, timeoutMs: UPLOAD_TIMEOUT_MS });
  context.show({ ...scores, matrix, collection, file: options.out }, () => linesOf(scores, options.out));
}

function linkOf(out: string): 'tsv' | 'npy' | 'parquet' {
  const link = Object.entries(LINKS).find(([ending]) => ending === extname(out).toLowerCase());
  if (!link) throw new UsageError('The file of --out must end in .tsv, .npy or .parquet.');
  return link[1];
}

async function send(context: CliContext, file: string): Promise<SentFile> {
  try {
    return await context.client.upload(file, { signal: context.signal, timeoutMs: UPLOAD_TIMEOUT_MS });
  } catch (error) {
    if (error instanceof TesseraError || context.signal.aborted) throw error;
    throw new UsageError('A file that was named cannot be read: there must be a matrix, and a file for --collection.');
  }
}

/** Facts that the same file always has: told twice, they are the same object. */
function factsOf({ digest }: SentFile, namespace: ScoreOptions['namespace']) {
  const id = `sent-${digest.slice(0, 32)}`;
  return {
    id,
    name: id,
    version: '1',
    namespace,
    source: 'a file that was sent by tessera pathways score',
    licence: 'not stated',
  };
}

async function collectionOf(context: CliContext, file: SentFile, { namespace }: ScoreOptions): Promise<string> {
  const facts = factsOf(file, namespace);
  try {
    await context.ask(ImportGeneSetCollectionDocument, { input: { ...facts, upload: file.id } });
    return facts.id;
  } catch (error) {
    return idThere(error, facts.id);
  }
}

async function matrixOf(context: CliContext, file: SentFile, { namespace }: ScoreOptions): Promise<string> {
  const facts = factsOf(file, namespace);
  const stated = { unit: 'not stated', transform: 'not stated' };
  try {
    await followJob(context, OUTCOME, async () => {
      const input = { ...facts, ...stated, upload: file.id };
      return (await context.ask(AddExpressionMatrixDocument, { input })).addExpressionMatrix.id;
    });
    return facts.id;
  } catch (error) {
    return idThere(error, facts.id);
  }
}

/** The id under which the same content is kept already. @throws the error where it is about something else */
function idThere(error: unknown, own: string): string {
  const isConflict =
    error instanceof TesseraError && (error.code === 'CONFLICT' || causeOf(error)?.code === 'CONFLICT');
  if (!isConflict) throw error;
  const facts: unknown = error instanceof JobNotSucceeded ? error.job.error?.facts : error.facts;
  const id: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, 'id') : undefined;
  return typeof id === 'string' ? id : own;
}

function causeOf(error: TesseraError) {
  return error instanceof JobNotSucceeded ? error.job.error : null;
}

function linesOf(scores: NonNullable<Job['pathwayScores']>, file: string): readonly string[] {
  const { setCount, passedOverCount, sampleCount, geneCount, constantGenes, settings } = scores;
  return [
    `${setCount} sets in ${sampleCount} samples by ${settings.method}, from ${geneCount} genes: ${file}`,
    ...(passedOverCount > 0
      ? [
          `${passedOverCount} sets have no score: fewer than ${settings.minSize} or more than ${settings.maxSize} of their genes are in the matrix, or all of them`,
        ]
      : []),
    ...(constantGenes > 0 ? [`${constantGenes} genes were left out: they do not vary over the samples`] : []),
  ];
}

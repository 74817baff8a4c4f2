import { Worker } from 'node:worker_threads';
import { ArtifactInvalid, Cancelled, DeadlineExceeded, GeneListInvalid, GeneListTooLarge } from '#libs/errors';
import type {
  CheckedGenePanel,
  CheckedGeneSets,
  GeneListOutcome,
  GeneListSource,
  GeneListTask,
} from './gene-list.types.js';
import type { GeneNamespace } from './gene-namespace.js';

/** How to read a list off the event loop. */
export interface CheckGeneListOptions {
  readonly namespace: GeneNamespace;
  /** What the list is called in a refusal. */
  readonly argument: string;
  /** Stops the worker; the promise rejects with Cancelled. */
  readonly signal: AbortSignal;
  /** In milliseconds; then the promise rejects with DeadlineExceeded. */
  readonly timeoutMs: number;
}

/**
 * As parseGenePanel, in a worker thread of its own that ends with the list: 20,000 genes take longer than an event loop has.
 * How many run at once is the caller's to bound.
 * With `compareWith`, the path of a vocabulary file that the caller trusts, it says where the two differ first.
 * @throws GeneListInvalid, GeneListTooLarge as parseGenePanel does; ArtifactInvalid for a file that cannot be read; Cancelled, DeadlineExceeded
 */
export async function checkGenePanel(
  source: GeneListSource,
  options: CheckGeneListOptions & { readonly hasHeader: boolean; readonly compareWith?: string | null },
): Promise<CheckedGenePanel> {
  const { namespace, argument, hasHeader, compareWith = null } = options;
  const outcome = await run({ list: 'GENE_PANEL', source, namespace, argument, hasHeader, compareWith }, options);
  if (outcome.kind !== 'panel') throw refusalOf(outcome, argument);
  return outcome.panel;
}

/**
 * As parseGmt, in a worker thread of its own that ends with the file.
 * @throws GeneListInvalid, GeneListTooLarge as parseGmt does; ArtifactInvalid for a file that cannot be read; Cancelled, DeadlineExceeded
 */
export async function checkGeneSets(source: GeneListSource, options: CheckGeneListOptions): Promise<CheckedGeneSets> {
  const { namespace, argument } = options;
  const outcome = await run(
    { list: 'GENE_SETS', source, namespace, argument, hasHeader: false, compareWith: null },
    options,
  );
  if (outcome.kind !== 'sets') throw refusalOf(outcome, argument);
  return outcome.sets;
}

function refusalOf(outcome: GeneListOutcome, argument: string): Error {
  switch (outcome.kind) {
    case 'invalid':
      return new GeneListInvalid(argument, outcome.problems, outcome.total);
    case 'tooLarge':
      return new GeneListTooLarge(argument, outcome.what, outcome.found, outcome.limit);
    case 'unreadable':
      return new ArtifactInvalid(outcome.reason);
    case 'panel':
    case 'sets':
      return new ArtifactInvalid('the reader answered with another kind of list');
  }
}

async function run(
  task: GeneListTask,
  { signal, timeoutMs }: Pick<CheckGeneListOptions, 'signal' | 'timeoutMs'>,
): Promise<GeneListOutcome> {
  if (signal.aborted) throw new Cancelled();
  const worker = new Worker(new URL('./gene-list.worker.js', import.meta.url), {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  try {
    return await outcomeOf(worker, signal, timeoutMs);
  } finally {
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, signal: AbortSignal, timeoutMs: number): Promise<GeneListOutcome> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new Cancelled());
    const timer = setTimeout(() => reject(new DeadlineExceeded(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', resolve);
    worker.once('error', () => reject(new ArtifactInvalid('the reader broke down over it')));
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      // Without effect when an answer came first.
      reject(new ArtifactInvalid('the reader ended without an answer'));
    });
  });
}

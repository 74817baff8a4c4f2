import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { ArtifactInvalid, GeneListInvalid, GeneListTooLarge } from '#libs/errors';
import type { GeneListOutcome, GeneListTask } from './gene-list.types.js';
import { firstDifference, GENE_PANEL_LIMITS, parseGenePanel } from './gene-panel.js';
import { GMT_LIMITS, parseGmt } from './gmt.js';

// Started by check-gene-list.ts with a GeneListTask; answers once and ends.
const task: GeneListTask = workerData;

answer(outcomeOf(task));

function outcomeOf(asked: GeneListTask): GeneListOutcome {
  try {
    const { namespace, hasHeader, argument, compareWith } = asked;
    if (asked.list === 'GENE_PANEL') {
      const bytes = bytesOf(asked, GENE_PANEL_LIMITS.bytes);
      const { genes, ...panel } = parseGenePanel(bytes, { namespace, hasHeader, argument });
      const differsAt = compareWith === null ? null : differenceFrom(genes, compareWith, argument);
      return { kind: 'panel', panel: { geneCount: genes.length, bytes: panel.bytes, digest: panel.digest, differsAt } };
    }
    return { kind: 'sets', sets: parseGmt(bytesOf(asked, GMT_LIMITS.bytes), { namespace, argument }) };
  } catch (error) {
    if (error instanceof GeneListInvalid) return { kind: 'invalid', problems: error.problems, total: error.total };
    if (error instanceof GeneListTooLarge) {
      return { kind: 'tooLarge', what: error.what, found: error.found, limit: error.limit };
    }
    if (error instanceof ArtifactInvalid) return { kind: 'unreadable', reason: error.reason };
    throw error;
  }
}

/** Null where the vocabulary cannot be read, too: the digests decide, and this is only where to look. */
function differenceFrom(genes: readonly string[], path: string, argument: string): number | null {
  try {
    return firstDifference(genes, readWhole(path, argument, GENE_PANEL_LIMITS.bytes));
  } catch {
    return null;
  }
}

function bytesOf({ source, argument }: GeneListTask, mostBytes: number): Uint8Array {
  return source.kind === 'bytes' ? source.bytes : readWhole(source.path, argument, mostBytes);
}

/** A regular file, opened once: what is checked is what is read. */
function readWhole(path: string, argument: string, mostBytes: number): Uint8Array {
  const descriptor = opened(path);
  try {
    const file = fstatSync(descriptor);
    if (!file.isFile()) throw new ArtifactInvalid('it is no regular file');
    if (file.size > mostBytes) throw new GeneListTooLarge(argument, 'bytes', file.size, mostBytes);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function opened(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch {
    throw new ArtifactInvalid('it cannot be opened');
  }
}

function answer(outcome: GeneListOutcome): void {
  const bytes = outcome.kind === 'panel' ? outcome.panel.bytes : outcome.kind === 'sets' ? outcome.sets.bytes : null;
  parentPort?.postMessage(outcome, bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
}

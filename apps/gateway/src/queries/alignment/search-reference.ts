import type { RetrievalDirection } from '#graphql/generated/schema-types';
import { chanceRecall, retrieveOffThread } from '#libs/alignment';
import { BadUserInput } from '#libs/errors';
import { type AlignmentHead, type ReferenceSets, sideOf } from '#gateway/alignment';
import type { RequestContext } from '#gateway/graphql';
import { toReferenceSet } from './to-alignment-head.js';

const MOST_NEIGHBOURS = 100;

/** What is looked for, and where. */
export interface ReferenceQuestion {
  readonly head: AlignmentHead;
  readonly direction: RetrievalDirection;
  /** `[dim]`, of length one */
  readonly query: Float32Array;
  /** null for the head's first */
  readonly referenceSet: string | null;
  readonly first: number;
}

/** The nearest items of a reference set, as the schema has them. @throws BadUserInput, ArtifactInvalid, Cancelled, DeadlineExceeded */
export async function searchReference(
  sets: ReferenceSets,
  { head, direction, query, referenceSet, first }: ReferenceQuestion,
  { signal, deadlineAt }: Pick<RequestContext, 'signal' | 'deadlineAt'>,
) {
  if (first < 1 || first > MOST_NEIGHBOURS) throw new BadUserInput('first', `must be 1 to ${MOST_NEIGHBOURS}`);
  const set = await sets.of(head, referenceSet);
  const gallery = sideOf(set, direction === 'I2G' ? 'transcriptome' : 'image');
  const limits = { k: first, signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) };
  const found = await retrieveOffThread(query, gallery, head.scoring, limits);
  const shown = toReferenceSet(set.stated, head);
  return {
    direction,
    referenceSet: shown,
    gallerySize: gallery.count,
    chance: chanceRecall(first, gallery.count),
    registered: shown.retrieval.filter((figure) => figure.direction === direction),
    scoreRule: head.scoring.rule,
    neighbours: found.map(({ probability, ...item }) => ({
      ...item,
      name: set.names?.[item.row] ?? null,
      score: probability,
      x: set.coords?.[item.row * 2] ?? null,
      y: set.coords?.[item.row * 2 + 1] ?? null,
    })),
  };
}

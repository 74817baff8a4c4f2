import { DomainError } from './domain-error.js';

/** Vectors of two spaces were to be compared: a distance between them is a number without a meaning. */
export class SpacesDiffer extends DomainError {
  readonly code = 'SPACES_DIFFER';
  /** @param needed the space of what is searched; @param found the space of the vector that was given */
  constructor(
    readonly needed: string,
    readonly found: string,
  ) {
    super(
      'The vectors are of different spaces, so nothing can be said of how near they are. Take vectors that one version made in one way.',
      { needed, found },
    );
  }
}

/** No vectors of the model have been put together for search and downloads, or those are still being made. */
export class EmbeddingIndexMissing extends DomainError {
  readonly code = 'NOT_FOUND';
  /** @param job the id of the job that makes them */
  constructor(readonly job: string | null) {
    super(
      job === null
        ? 'The vectors of this model are not indexed over such a cohort. Run the mutation `indexEmbeddings` with the same words for the model, then ask again.'
        : 'The index is being made for the first time. Follow its job, then ask again.',
      { noun: 'embedding index', mutation: 'indexEmbeddings', job },
    );
  }
}

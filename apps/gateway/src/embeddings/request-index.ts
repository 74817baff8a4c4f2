import { NotFound } from '#libs/errors';
import { type ModelVersion, type RegistrySnapshot } from '#model-registry';
import type { CohortCatalog, CohortRevision, SlideLists } from '#gateway/cohorts';
import { isFinished, type Job, type JobQueue } from '#gateway/jobs';
import type { EmbeddingCatalog, IndexState, PinnedGeneration } from './embedding-catalog.service.js';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import { embeddingRecipe } from './embedding-recipe.js';
import { embeddingSpaceOf, indexableEmbeddingOf } from './embedding-space.js';
import { meantBy } from './whole-ref.js';

/** Who wants an index. */
export interface IndexAsker {
  readonly tenant: string;
  readonly id: string;
}

/** Puts the making of a generation into the queue: when somebody asks, and when an alias has moved. */
export class RequestIndex {
  constructor(
    private readonly catalog: EmbeddingCatalog,
    private readonly cohorts: CohortCatalog,
    private readonly queue: JobQueue,
    private readonly lists: SlideLists,
  ) {}

  /**
   * @param model the reference as it was given; it stands for `version` now
   * @returns the job that makes it: a new one, or the one that is at it already
   * @throws NotFound for a cohort that is not the tenant's; BadUserInput for a version that gives no such vectors
   */
  async request(asker: IndexAsker, model: string, version: ModelVersion, cohortId: string): Promise<Job> {
    const cohort = await this.cohorts.revision(asker.tenant, cohortId);
    if (!cohort) throw new NotFound('cohort');
    const pinned = pinnedOf(version, cohort);
    const index = await this.catalog.open(asker.tenant, cohort.id, model, asker.id);
    const generation = await this.catalog.begin(index, pinned);
    const running = generation.jobId === null ? null : await this.queue.byId(asker.tenant, generation.jobId);
    if (running && !isFinished(running.state)) return running;
    const input = { index: index.id, generation: generation.id };
    const job = await this.queue.enqueue(asker.tenant, 'INDEX_EMBEDDINGS', input, asker.id);
    await this.catalog.noteJob(generation, job.id);
    return job;
  }

  /** As `request`, for slides that the caller lists. @throws BadUserInput for a list that cannot be */
  async requestList(asker: IndexAsker, model: string, version: ModelVersion, slides: readonly string[]): Promise<Job> {
    const { id } = await this.lists.state(slides, 'input.slides', asker);
    return this.request(asker, model, version, id);
  }

  /** Begins a new generation of an index whose reference means another version by now, unless one is being made; one that was left unfinished goes on, unless somebody cancelled it. */
  async renew({ index, serving, building }: IndexState, snapshot: RegistrySnapshot): Promise<Job | null> {
    const version = meantBy(index.model, snapshot);
    if (!version || !serving || serving.modelDigest === version.digest) return null;
    if (building?.modelDigest === version.digest && !(await this.isLeftUnfinished(building))) return null;
    return this.request({ tenant: index.tenant, id: index.createdBy }, index.model, version, index.cohortId);
  }

  private async isLeftUnfinished({ tenant, jobId }: EmbeddingGeneration): Promise<boolean> {
    const job = jobId === null ? null : await this.queue.byId(tenant, jobId);
    return job === null || (isFinished(job.state) && job.state !== 'CANCELLED');
  }
}

function pinnedOf(version: ModelVersion, cohort: CohortRevision): PinnedGeneration {
  const embedding = indexableEmbeddingOf(version.card);
  const { dim } = embedding;
  const level = embedding.level === 'SLIDE' && cohort.unit === 'PATIENT' ? 'PATIENT' : embedding.level;
  const spaceId = embeddingSpaceOf(version.digest, embedding);
  const aggregation = level === 'PATIENT' ? version.card.input.patientAggregation : null;
  return {
    cohortRevision: cohort.revision,
    modelRef: version.ref,
    modelDigest: version.digest,
    spaceId,
    level,
    dimension: dim,
    recipe: { ...embeddingRecipe(version.card, { ...embedding, level }, aggregation) },
  };
}

import { z } from 'zod';
import type { Json } from '#libs/database';
import { ModelNotFound } from '#libs/errors';
import type { ModelRegistry, ModelVersion } from '#model-registry';
import type { AskedOf, CohortCatalog, PredictCohort } from '#gateway/cohorts';
import type { Job, JobTools } from '#gateway/jobs';
import type { EmbeddingCatalog } from './embedding-catalog.service.js';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import type { LinkVectors } from './link-vectors.js';
import type { NeighbourGraph } from './neighbour-graph.js';
import type { PackVectors } from './pack-vectors.js';

const inputSchema = z.object({ index: z.string(), generation: z.string() });

/** What the job INDEX_EMBEDDINGS is given. */
export type IndexEmbeddingsJob = z.infer<typeof inputSchema>;

/**
 * Makes a generation of an index. The model is asked by the road of all questions, and each answer is stored under the digest of its question: a job that was killed and runs again asks for
 * nothing twice. Then the vectors are put together in the order of the cohort, and only when all of them lie in the store the generation is served instead of the one before.
 */
export class IndexEmbeddings {
  constructor(
    private readonly catalog: EmbeddingCatalog,
    private readonly cohorts: { readonly catalog: CohortCatalog; readonly predict: PredictCohort },
    private readonly registry: ModelRegistry,
    private readonly search: { readonly pack: PackVectors; readonly link: LinkVectors; readonly graph: NeighbourGraph },
  ) {}

  /**
   * The job.
   * @param askedOf what is asked of a version
   * @throws NotFound, ModelNotFound, StoreUnavailable, Cancelled
   */
  async run(job: Job, tools: JobTools, askedOf: AskedOf): Promise<Json> {
    const asked = inputSchema.parse(job.input);
    const generation = await this.catalog.generation(job.tenant, asked.generation);
    const result = { index: asked.index, generation: generation.id };
    if (generation.state === 'READY') return result;
    const version = this.versionOf(generation.modelRef, generation.modelDigest);
    const cohort = await this.cohorts.catalog.whole(job.tenant, generation.cohortId, generation.cohortRevision);
    if (generation.level !== 'TILE') {
      const models = [{ ref: version.ref, digest: version.digest }];
      const input = { cohort: generation.cohortId, revision: generation.cohortRevision, models };
      await this.cohorts.predict.run({ ...job, input }, tools, askedOf);
    }
    const packed = await this.search.pack.run({ generation, version, cohort }, job, tools);
    const graph = await this.search.link.run(generation, packed, tools);
    await this.catalog.serve(generation, packed, graph === null ? null : { ...graph });
    await this.letGo(generation);
    return result;
  }

  /** Graphs of generations that were served before. What of it fails is let go the next time. */
  private async letGo(generation: EmbeddingGeneration): Promise<void> {
    for (const old of await this.catalog.unservedGraphs(generation)) {
      await this.search.graph.drop(old);
      await this.catalog.noteNoGraph(old);
    }
  }

  /** The very version that was asked for. @throws ModelNotFound */
  private versionOf(ref: string, digest: string): ModelVersion {
    const versions = this.registry.snapshot().byDigest(digest);
    const version = versions.find((candidate) => candidate.ref === ref) ?? versions[0];
    if (!version) throw new ModelNotFound('model');
    return version;
  }
}

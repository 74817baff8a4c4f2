import { z } from 'zod';
import type { Json } from '#libs/database';
import { ModelNotFound, ModelUnavailable } from '#libs/errors';
import { type ModelRegistry, type ModelVersion } from '#model-registry';
import type { AskedOf, CohortCatalog, PredictCohort } from '#gateway/cohorts';
import type { Job, JobTools } from '#gateway/jobs';
import type { EmbeddingCatalog } from './embedding-catalog.service.js';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import type { LinkVectors } from './link-vectors.js';
import type { NeighbourGraph } from './neighbour-graph.js';
import { isOfBags, type PackVectors } from './pack-vectors.js';
import { meantBy } from './whole-ref.js';

const inputSchema = z.object({ index: z.string(), generation: z.string() });

/** What the prediction over the cohort says of itself. */
const tallySchema = z.object({
  models: z.array(z.object({ answered: z.number(), failures: z.array(z.object({ code: z.string() })) })),
});

/** Failures of the moment: the same question may be answered later. */
const PASSING: ReadonlySet<string> = new Set([
  'MODEL_UNAVAILABLE',
  'MODEL_NOT_READY',
  'MODEL_TIMEOUT',
  'DEADLINE_EXCEEDED',
]);

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
    if (!(await this.isWanted(generation))) return result;
    const version = this.versionOf(generation.modelRef, generation.modelDigest);
    const cohort = await this.cohorts.catalog.whole(job.tenant, generation.cohortId, generation.cohortRevision);
    if (!isOfBags(generation)) {
      const models = [{ ref: version.ref, digest: version.digest }];
      const input = { cohort: generation.cohortId, revision: generation.cohortRevision, models };
      const asked = await this.cohorts.predict.run({ ...job, input }, tools, askedOf);
      await this.checkAnswered(generation, asked);
    }
    const packed = await this.search.pack.run({ generation, version, cohort }, job, tools);
    const graph = await this.search.link.run(generation, packed, tools);
    if (!(await this.isWanted(generation))) return result;
    await this.catalog.serve(generation, packed, graph === null ? null : { ...graph });
    await this.letGo(generation, tools.signal);
    return result;
  }

  /** Whether it is to be served: not where the reference has gone back, meanwhile, to what is served. The generation stays unfinished, for the reference may come again. */
  private async isWanted({ tenant, indexId, modelDigest }: EmbeddingGeneration): Promise<boolean> {
    const [state] = await this.catalog.statesOf([await this.catalog.byId(tenant, indexId)]);
    if (!state?.serving || state.serving.modelDigest === modelDigest) return true;
    const meant = meantBy(state.index.model, this.registry.snapshot());
    return meant === null || meant.digest !== state.serving.modelDigest;
  }

  /**
   * A model server that was away is no reason to serve fewer vectors than before, or none: the job fails, what was answered is stored, and asking again goes on from there.
   * @throws ModelUnavailable
   */
  private async checkAnswered({ tenant, indexId }: EmbeddingGeneration, asked: Json): Promise<void> {
    const { models } = tallySchema.parse(asked);
    const isAway = ({ code }: { readonly code: string }): boolean => PASSING.has(code);
    if (!models.some(({ failures }) => failures.some(isAway))) return;
    const { serving } = await this.catalog.byId(tenant, indexId);
    if (serving !== null || models.every(({ answered }) => answered === 0)) throw new ModelUnavailable('model');
  }

  /** Graphs of generations that were served before. What of it fails is let go the next time. */
  private async letGo(generation: EmbeddingGeneration, signal: AbortSignal): Promise<void> {
    for (const old of await this.catalog.unservedGraphs(generation)) await this.search.graph.drop(old, signal);
  }

  /** The very version that was asked for. @throws ModelNotFound */
  private versionOf(ref: string, digest: string): ModelVersion {
    const versions = this.registry.snapshot().byDigest(digest);
    const version = versions.find((candidate) => candidate.ref === ref) ?? versions[0];
    if (!version) throw new ModelNotFound('model');
    return version;
  }
}

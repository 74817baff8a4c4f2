import type { NeighbourFilterInput, NeighbourSearchInput } from '#graphql/generated/schema-types';
import { BadUserInput, EmbeddingIndexMissing, ModelNotFound } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { CohortCatalog } from '#gateway/cohorts';
import { EmbeddingCatalog, type EmbeddingGeneration, NearestVectors, wholeRefOf } from '#gateway/embeddings';
import type { AnswerScope } from '#gateway/pipeline';
import { SlideCatalog } from '#gateway/slide-catalog';
import { admittedSources } from './neighbour-filter.js';
import { toNeighbours } from './to-neighbours.js';

/** What every question about neighbours states. */
export interface NeighbourArguments {
  readonly model: string;
  readonly k: number;
  readonly filter?: Partial<NeighbourFilterInput> | null;
  readonly search?: Partial<NeighbourSearchInput> | null;
}

/** A generation that is served, and the version that made its vectors. */
export interface ServedVectors {
  readonly generation: EmbeddingGeneration;
  readonly version: ModelVersion;
  readonly isCurrent: boolean;
}

/** The vector that others are compared with. */
export interface AskedVector {
  readonly vector: Float32Array;
  readonly spaceId: string;
  readonly slideId: string | null;
  /** The row of the index that it is, for a tile: it alone is left out. */
  readonly row?: number;
}

const MOST_NEIGHBOURS = 100;
const LEAST_CANDIDATES = 10;
const MOST_CANDIDATES = 1000;

/** Neighbours in an index: which index it is, what may be found in it, and how the answer reads. */
export class FindNeighbours {
  constructor(
    private readonly catalog: EmbeddingCatalog,
    private readonly cohorts: CohortCatalog,
    private readonly nearest: NearestVectors,
    private readonly slides: SlideCatalog,
  ) {}

  /** @throws EmbeddingIndexMissing, BadUserInput, LicenceRefused, ModelNotFound */
  async served({ model, k, filter, search }: NeighbourArguments, scope: AnswerScope): Promise<ServedVectors> {
    if (k < 1 || k > MOST_NEIGHBOURS) throw new BadUserInput('k', `must be 1 to ${MOST_NEIGHBOURS}`);
    const efSearch = search?.efSearch ?? LEAST_CANDIDATES;
    if (efSearch < LEAST_CANDIDATES || efSearch > MOST_CANDIDATES)
      throw new BadUserInput('search.efSearch', `must be ${LEAST_CANDIDATES} to ${MOST_CANDIDATES}`);
    const { version: named, ref } = wholeRefOf(scope.snapshot, model);
    const indexes = await this.catalog.ofModel(scope.tenant, ref);
    const fitting = indexes.filter(({ cohortId }) => (filter?.cohort ?? cohortId) === cohortId);
    if (fitting.length > 1)
      throw new BadUserInput('filter.cohort', 'must name one of the cohorts over which the model is indexed', {
        cohorts: fitting.map(({ cohortId }) => cohortId),
      });
    const [state] = await this.catalog.statesOf(fitting);
    if (!state?.serving) throw new EmbeddingIndexMissing(state?.building?.jobId ?? null);
    const generation = state.serving;
    const version = scope.snapshot.byDigest(generation.modelDigest)[0];
    if (!version) throw new ModelNotFound();
    scope.note(version);
    await scope.licences.admit(version);
    const newest = await this.cohorts.revision(scope.tenant, generation.cohortId);
    const isCurrent = generation.modelDigest === named.digest && generation.cohortRevision === newest?.revision;
    return { generation, version, isCurrent };
  }

  /** @throws SpacesDiffer, BadUserInput, Cancelled, DeadlineExceeded */
  async find(served: ServedVectors, asked: AskedVector, { k, filter, search }: NeighbourArguments, scope: AnswerScope) {
    const { generation } = served;
    const { vector, spaceId, slideId, row } = asked;
    const sources = await this.nearest.sourcesOf(generation);
    const about = { slideId, isLeftOut: row === undefined };
    const slides = { catalog: this.slides, tenant: scope.tenant };
    const admits = await admittedSources(filter ?? {}, about, sources, slides);
    const how = { isExact: search?.exact === true, efSearch: search?.efSearch ?? null };
    const question = { vector, k, admits, exceptRow: row, ...how };
    const found = await this.nearest.find(generation, spaceId, question, scope);
    return toNeighbours(served, found, scope);
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { insertOrIgnore, type JsonObject } from '#libs/database';
import { NotFound, StoreUnavailable } from '#libs/errors';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { EmbeddingGeneration, type VectorLevel } from './embedding-generation.entity.js';
import { EmbeddingIndex } from './embedding-index.entity.js';

/** What a generation is made of: pinned when it is asked for. */
export interface PinnedGeneration {
  readonly cohortRevision: number;
  readonly modelRef: string;
  readonly modelDigest: string;
  readonly spaceId: string;
  readonly level: VectorLevel;
  readonly dimension: number;
  readonly recipe: EmbeddingGeneration['recipe'];
}

/** What a finished generation holds. */
export type PackedVectors = Pick<EmbeddingGeneration, 'vectorCount' | 'missing'> & {
  readonly matrixBlob: string;
  readonly rowsBlob: string;
};

/** An index with what is served and what is made. */
export interface IndexState {
  readonly index: EmbeddingIndex;
  readonly serving: EmbeddingGeneration | null;
  readonly building: EmbeddingGeneration | null;
}

const READY = `
  UPDATE embedding_generation
  SET state = 'READY', vector_count = $3, missing = $4, matrix_blob = $5, rows_blob = $6, graph = $7, ready_at = now()
  WHERE tenant = $1 AND id = $2`;

const SERVE = `
  UPDATE embedding_index SET serving = $3
  WHERE tenant = $1 AND id = $2 AND NOT EXISTS (
    SELECT FROM embedding_generation served
    JOIN embedding_generation made ON made.tenant = served.tenant AND made.id = $3
    WHERE served.tenant = $1 AND served.id = embedding_index.serving AND served.created_at > made.created_at)`;

/** Embedding indexes of each tenant, and their generations. */
@Injectable()
export class EmbeddingCatalog {
  constructor(private readonly dataSource: DataSource) {}

  /** The index of a model over a cohort; made when there is none. */
  async open(tenant: string, cohortId: string, model: string, createdBy: string): Promise<EmbeddingIndex> {
    const id = indexIdOf(tenant, cohortId, model);
    const row = { tenant, id, cohortId, model, serving: null, createdBy, createdAt: new Date() };
    await insertOrIgnore(this.dataSource.manager, EmbeddingIndex, [row]);
    return this.byId(tenant, id);
  }

  /** @throws NotFound when the tenant has no such index */
  async byId(tenant: string, id: string): Promise<EmbeddingIndex> {
    const found = await this.dataSource.manager.findOneBy(EmbeddingIndex, { tenant, id });
    if (!found) throw new NotFound('embedding index');
    return found;
  }

  /** The indexes of a model, over whichever cohort. */
  async ofModel(tenant: string, model: string): Promise<readonly EmbeddingIndex[]> {
    return this.dataSource.manager.find(EmbeddingIndex, {
      where: { tenant, model },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async ofCohort(tenant: string, cohortId: string): Promise<readonly EmbeddingIndex[]> {
    return this.dataSource.manager.find(EmbeddingIndex, {
      where: { tenant, cohortId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Every index of every tenant: for what is renewed when a version changes. */
  async all(): Promise<readonly EmbeddingIndex[]> {
    return this.dataSource.manager.find(EmbeddingIndex, { order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Begins a generation, or finds the one that is begun: of one version and revision only one is made at a time. */
  async begin(index: EmbeddingIndex, pinned: PinnedGeneration): Promise<EmbeddingGeneration> {
    const { tenant, id: indexId, cohortId } = index;
    const id = `eig_${randomBytes(20).toString('hex')}`;
    const empty = {
      vectorCount: 0,
      matrixBlob: null,
      rowsBlob: null,
      missing: [],
      graph: null,
      jobId: null,
      readyAt: null,
    };
    const row: EmbeddingGeneration = {
      ...{ tenant, id, indexId, cohortId, ...pinned, ...empty },
      ...{ state: 'BUILDING', createdAt: new Date() },
    };
    await insertOrIgnore(this.dataSource.manager, EmbeddingGeneration, [row]);
    const { modelDigest, cohortRevision } = pinned;
    const begun = { tenant, indexId, modelDigest, cohortRevision, state: 'BUILDING' as const };
    const found = await this.dataSource.manager.findOneBy(EmbeddingGeneration, begun);
    // It was finished in this very moment by somebody else: then that is the one.
    return found ?? this.newest(tenant, indexId);
  }

  private async newest(tenant: string, indexId: string): Promise<EmbeddingGeneration> {
    const order = { createdAt: 'DESC' as const };
    const found = await this.dataSource.manager.findOne(EmbeddingGeneration, { where: { tenant, indexId }, order });
    return found ?? Promise.reject(new StoreUnavailable());
  }

  /** @throws NotFound when the tenant has no such generation */
  async generation(tenant: string, id: string): Promise<EmbeddingGeneration> {
    const found = await this.dataSource.manager.findOneBy(EmbeddingGeneration, { tenant, id });
    if (!found) throw new NotFound('embedding index');
    return found;
  }

  /** Says which job makes it. */
  async noteJob({ tenant, id }: EmbeddingGeneration, jobId: string): Promise<void> {
    await this.dataSource.manager.update(EmbeddingGeneration, { tenant, id }, { jobId });
  }

  /** What is served, and what is made: one statement for all of them. */
  async statesOf(indexes: readonly EmbeddingIndex[]): Promise<readonly IndexState[]> {
    const [first] = indexes;
    if (!first) return [];
    const where = { tenant: first.tenant, indexId: In(indexes.map(({ id }) => id)) };
    const found = await this.dataSource.manager.find(EmbeddingGeneration, { where, order: { createdAt: 'DESC' } });
    return indexes.map((index) => {
      const own = found.filter(({ indexId }) => indexId === index.id);
      const building = own.find(({ state }) => state === 'BUILDING') ?? null;
      return { index, serving: own.find(({ id }) => id === index.serving) ?? null, building };
    });
  }

  /** Generations of an index that have a graph and are not served: graphs that nobody walks any more. */
  async unservedGraphs({ tenant, indexId }: EmbeddingGeneration): Promise<readonly EmbeddingGeneration[]> {
    const { serving } = await this.byId(tenant, indexId);
    const own = await this.dataSource.manager.findBy(EmbeddingGeneration, { tenant, indexId });
    return own.filter(({ id, graph, state }) => id !== serving && graph !== null && state === 'READY');
  }

  /**
   * The swap: what was made is ready, and from now on it is served, unless something newer is served already. What was served before stays readable for those who hold its address.
   */
  async serve(generation: EmbeddingGeneration, packed: PackedVectors, graph: JsonObject | null): Promise<void> {
    const { tenant, id, indexId } = generation;
    await this.dataSource.transaction(async (manager) => {
      const { vectorCount, missing, matrixBlob, rowsBlob } = packed;
      await manager.query(READY, [
        tenant,
        id,
        vectorCount,
        JSON.stringify(missing),
        matrixBlob,
        rowsBlob,
        graph && JSON.stringify(graph),
      ]);
      await manager.query(SERVE, [tenant, indexId, id]);
    });
  }
}

function indexIdOf(...parts: readonly string[]): string {
  return `eix_${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}

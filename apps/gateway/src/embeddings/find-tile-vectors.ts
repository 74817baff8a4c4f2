import { FeaturesMissing, isDomainError, NotFound } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { type CohortItem, type CohortMember, UNKNOWN_CASE } from '#gateway/cohorts';
import type { FeatureBag, FeatureStore } from '#gateway/feature-store';
import { type AnswerScope, type InferencePipeline, loadCoords, loadFeatures, type Task } from '#gateway/pipeline';
import type { FoundVectors, Packing, VectorFinder } from './pack-vectors.js';

/** How a tower that takes the features of tiles is asked, as the image tower of an alignment head. */
export interface TowerRoad {
  readonly pipeline: InferencePipeline;
  readonly task: Task<() => Promise<Float32Array>>;
}

/** Vectors of tiles: the features that the encoder made, as they lie in the feature store; or what a tower made of them, from stored answers or by asking it. */
export class FindTileVectors implements VectorFinder {
  constructor(
    private readonly store: FeatureStore,
    private readonly tower: TowerRoad,
  ) {}

  async *find({ version }: Packing, items: readonly CohortItem[], scope: AnswerScope): AsyncGenerator<FoundVectors> {
    for (const item of items)
      for (const member of item.members) yield await this.ofMember(version, item, member, scope);
  }

  private async ofMember(
    version: ModelVersion,
    item: CohortItem,
    member: CohortMember,
    scope: AnswerScope,
  ): Promise<FoundVectors> {
    try {
      const { bag, loaded, vectors, from } =
        version.card.input.unit === 'TILE_FEATURES'
          ? await this.ofTower(version, member, scope)
          : await this.ofEncoder(version, member, scope);
      const coords = [...(await loadCoords(this.store, bag, loaded.rows))];
      const source = {
        ...{ item: item.key, patient: item.patient, slideIds: [member.slideId], region: member.region },
        ...{ from: [from], tiles: { coords, edgePx: bag.tileEdgePx } },
      };
      return { source, vectors };
    } catch (error) {
      if (!isDomainError(error) || error.isRetryable || scope.signal.aborted) throw error;
      return { code: error.code };
    }
  }

  private async ofEncoder(version: ModelVersion, { slideId, region }: CohortMember, scope: AnswerScope) {
    const bag = await bagOf(version, slideId, scope);
    const loaded = await loadFeatures(this.store, { bag, mpp: null }, region, version, scope.signal);
    return { bag, loaded, vectors: await loaded.features(), from: bag.digest };
  }

  private async ofTower(version: ModelVersion, { slideId, region }: CohortMember, scope: AnswerScope) {
    const question = { slideId, region, features: null, model: version.ref };
    const answered = await this.tower.pipeline.answer(question, UNKNOWN_CASE, this.tower.task, scope);
    const { features: loaded, raw } = answered;
    return { bag: loaded.bag, loaded, vectors: await answered.value(), from: raw.id };
  }
}

/** What this gateway made itself goes before what was imported, and the newest first. @throws NotFound, FeaturesMissing */
async function bagOf(version: ModelVersion, slideId: string, scope: AnswerScope): Promise<FeatureBag> {
  const slide = await scope.slide(slideId);
  if (!slide) throw new NotFound('slide');
  const own = (await scope.bags(slideId)).filter(({ encoderDigest }) => encoderDigest === version.digest);
  const best = own.filter(({ origin }) => origin === 'PREPARED').at(-1) ?? own.at(-1);
  if (!best) throw new FeaturesMissing(`${version.name}/${version.version}`, []);
  return best;
}

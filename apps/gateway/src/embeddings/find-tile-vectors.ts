import { FeaturesMissing, isDomainError, NotFound } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import type { CohortItem, CohortMember } from '#gateway/cohorts';
import type { FeatureBag, FeatureStore } from '#gateway/feature-store';
import { type AnswerScope, loadCoords, loadFeatures } from '#gateway/pipeline';
import type { FoundVectors, Packing, VectorFinder } from './pack-vectors.js';

/** Vectors of tiles: the features that the encoder made, as they lie in the feature store. */
export class FindTileVectors implements VectorFinder {
  constructor(private readonly store: FeatureStore) {}

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
      const bag = await bagOf(version, member.slideId, scope);
      const loaded = await loadFeatures(this.store, bag, member.region, version, scope.signal);
      const coords = [...(await loadCoords(this.store, bag, loaded.rows))];
      const source = {
        ...{ item: item.key, patient: item.patient, slideIds: [member.slideId], region: member.region },
        ...{ from: [bag.digest], tiles: { coords, edgePx: bag.tileEdgePx } },
      };
      return { source, vectors: await loaded.features() };
    } catch (error) {
      if (!isDomainError(error) || error.isRetryable || scope.signal.aborted) throw error;
      return { code: error.code };
    }
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

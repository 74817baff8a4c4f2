import { ModelNotFound } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import type { AnswerScope } from '#gateway/pipeline';
import type { SpatialMap } from '#gateway/spatial-maps';

/** The version that a stored map is of. Its numbers are the version's still: who reads them must be allowed to use it. @throws ModelNotFound, LicenceRefused */
export async function admitMap({ modelRef, modelDigest }: SpatialMap, scope: AnswerScope): Promise<ModelVersion> {
  const versions = scope.snapshot.byDigest(modelDigest);
  const version = versions.find(({ ref }) => ref === modelRef) ?? versions[0];
  if (!version) throw new ModelNotFound('model');
  scope.note(version);
  await scope.licences.admit(version);
  return version;
}

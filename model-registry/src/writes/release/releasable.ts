import { CalibrationInvalid, CardInvalid } from '#libs/errors';
import type { VersionPackage } from '../../packages/version-package.js';
import { MAX_ARTIFACT_BYTES } from '../../sources/mlflow/version-reader.js';

// What a version's folder on a server holds beside its artifacts.
const TAKEN = new Set(['mlmodel', 'conda.yaml', 'python_env.yaml', 'requirements.txt', 'registered_model_meta']);
const TAKEN_FOLDER = 'tessera/';
const RETIRED = '.retired';

/**
 * Refuses what a directory may hold and a server may not.
 * @throws CardInvalid, CalibrationInvalid with JSON pointers
 */
export function checkReleasable({ card, records }: VersionPackage): void {
  const problems = card.artifacts.flatMap(({ path, role, sizeBytes }, i) => {
    const lower = path.toLowerCase();
    if (TAKEN.has(lower) || lower.startsWith(TAKEN_FOLDER)) return [{ pointer: `/artifacts/${i}/path`, problem: NAME }];
    // Gateways fetch these; a model file is fetched by whoever serves it.
    return role !== 'MODEL' && sizeBytes > MAX_ARTIFACT_BYTES
      ? [{ pointer: `/artifacts/${i}/sizeBytes`, problem: SIZE }]
      : [];
  });
  if (problems.length > 0) throw new CardInvalid(problems);
  if (!records.some(({ record }) => record.id.endsWith(RETIRED))) return;
  throw new CalibrationInvalid([{ pointer: '/id', problem: `must not end in ${RETIRED} on an MLflow server` }]);
}

const NAME = 'is the name of a file that belongs to the registry or to MLflow on a server; rename the artifact';
const SIZE = `must be at most ${MAX_ARTIFACT_BYTES} on an MLflow server, of which gateways fetch every file but the model`;

import type { DocumentProblem } from '#libs/errors';
import { areUnique, expectThat } from './document-problems.js';
import type { ModelArtifact, ModelCard } from './model-card.js';

type Problems = readonly DocumentProblem[];

/** Every file that the card relies on is one of its artifacts, so that the version's digest covers it. */
export function checkCardFiles(card: ModelCard): Problems {
  return [
    ...list(card),
    ...model(card),
    ...vocabulary(card),
    ...listed(card, '/domain/path', card.domain?.path ?? null, 'DOMAIN_REFERENCE'),
    ...listed(
      card,
      '/provenance/trainingPatients/path',
      card.provenance.trainingPatients?.path ?? null,
      'TRAINING_PATIENTS',
    ),
    ...(card.alignment?.referenceSets ?? []).flatMap((set, i) => [
      ...listed(card, `/alignment/referenceSets/${i}/path`, set.path, 'REFERENCE_SET'),
      ...listed(card, `/alignment/referenceSets/${i}/rowsPath`, set.rowsPath ?? null, 'OTHER'),
      ...expectThat(
        set.digest === undefined || set.digest === find(card.artifacts, set.path)?.sha256,
        `/alignment/referenceSets/${i}/digest`,
        "must be its artifact's sha256",
      ),
    ]),
  ];
}

function list({ artifacts }: ModelCard): Problems {
  // Two names that differ in case alone are one file on some file systems.
  const paths = artifacts.map((artifact) => artifact.path.toLowerCase());
  return [
    ...expectThat(areUnique(paths), '/artifacts', 'must list each path once'),
    ...artifacts.flatMap((artifact, i) =>
      expectThat(
        artifact.path.toLowerCase() !== 'model-card.json' && !artifact.path.toLowerCase().startsWith('calibrations/'),
        `/artifacts/${i}/path`,
        'must not be the card itself or a calibration record',
      ),
    ),
  ];
}

function model({ artifacts, identity, task }: ModelCard): Problems {
  const count = artifacts.filter((artifact) => artifact.role === 'MODEL').length;
  const mayBeWithout = identity.ensemble !== null || task.kind === 'ALIGNMENT';
  return expectThat(
    count === 1 || (count === 0 && mayBeWithout),
    '/artifacts',
    mayBeWithout
      ? 'must have one artifact of the role MODEL, or none'
      : 'must have exactly one artifact of the role MODEL',
  );
}

function vocabulary(card: ModelCard): Problems {
  if (!card.vocabulary) return [];
  const { path, digest, qualityPath } = card.vocabulary;
  const file = find(card.artifacts, path);
  return [
    ...listed(card, '/vocabulary/path', path, 'VOCABULARY'),
    ...expectThat(!file || file.sha256 === digest, '/vocabulary/digest', "must be its artifact's sha256"),
    ...listed(card, '/vocabulary/qualityPath', qualityPath, 'QUALITY'),
  ];
}

function listed(card: ModelCard, pointer: string, path: string | null, role: ModelArtifact['role']): Problems {
  if (path === null) return [];
  return expectThat(
    find(card.artifacts, path)?.role === role,
    pointer,
    `must be the path of an entry of /artifacts with the role ${role}`,
  );
}

function find(artifacts: readonly ModelArtifact[], path: string): ModelArtifact | undefined {
  return artifacts.find((artifact) => artifact.path === path);
}

import type {
  EvaluationFieldsFragment,
  ModelVersionQuery,
  ModelVersionsQuery,
  RegistrySourcesQuery,
} from '#libs/client';
import { licenceEntries } from './format-licence.js';
import { lineageLines } from './format-lineage.js';
import { figure, percent, properties, shorten, table, time } from './text.js';

type Version = NonNullable<ModelVersionQuery['modelVersion']>;
type Listed = ModelVersionsQuery['modelVersions']['nodes'][number];
type Source = RegistrySourcesQuery['registrySources'][number];

export function versionTable(versions: readonly Listed[], full: boolean, isFiltered: boolean): string[] {
  const rows = versions.map((version) => [
    version.ref,
    version.aliases.map((alias) => `@${alias}`).join(' ') || '-',
    version.task,
    version.level,
    version.isReady ? 'ready' : 'not ready',
    USE[version.licence.access],
    shorten(version.digest, full),
    version.title,
  ]);
  if (rows.length > 0)
    return table(['VERSION', 'ALIASES', 'TASK', 'LEVEL', 'STATE', 'LICENCE', 'DIGEST', 'TITLE'], rows);
  return isFiltered
    ? ['No version is meant by all of these options: leave one out.']
    : ['No models are registered. `tessera sources` says what was refused, and why.'];
}

const USE: Readonly<Record<Listed['licence']['access'], string>> = {
  ALLOWED: 'allowed',
  ACCEPTANCE_NEEDED: 'to accept',
  NON_COMMERCIAL_REFUSED: 'refused',
  GATED_REFUSED: 'refused',
};

export function versionLines(version: Version, full: boolean): string[] {
  return [
    `${version.ref}  ${version.aliases.map((alias) => `@${alias}`).join(' ')}`.trimEnd(),
    version.title,
    version.description,
    '',
    ...properties([
      ['digest', shorten(version.digest, full)],
      ['task', `${version.task}, one answer a ${version.level.toLowerCase()}`],
      ['state', version.isReady ? 'ready' : 'no model server holds it right now'],
      ['registered', time(version.registeredAt)],
      ['features', extractor(version, full)],
      ...licenceEntries(version),
      ['trained on', version.trainedOn],
      ...version.notes.map((note) => ['note', note] as const),
    ]),
    '',
    ...useLines(version),
    ...lineageLines(version),
    ...calibrationLines(version, full),
    ...(version.evaluation.length === 0 ? [] : ['', 'Evaluation', ...evaluationTable(version.evaluation)]),
  ];
}

function extractor({ extractor: taken }: Version, full: boolean): string | null {
  if (!taken) return null;
  const features = `${taken.dimension} numbers a tile of ${taken.tileSizePx} px at ${figure(taken.mpp)} um/px`;
  return `${taken.model}/${taken.version} ${shorten(taken.digest, full)}: ${features}, ${taken.outputVariant}`;
}

function useLines({ intendedUse: use }: Version): string[] {
  return [
    `Intended use: ${use.statement}`,
    use.medicalUse ? 'Approved for medical use.' : 'Not for medical use.',
    ...properties(
      [
        ['stains', use.stains.join(', ')],
        ['organs', use.organs.join(', ')],
        ['specimens', use.specimens.join(', ')],
        ['preservation', use.preservation.join(', ')],
        ['scanners', use.scanners.join(', ')],
        ...use.limitations.map((limitation) => ['but', limitation] as const),
      ],
      '  ',
    ),
  ];
}

function calibrationLines(version: Version, full: boolean): string[] {
  return version.calibrations.flatMap((record) => [
    '',
    `Calibration ${record.id} ${shorten(record.digest, full)} of ${record.target} (${record.method})`,
    ...properties(
      [
        ['holds for', record.statement],
        ['specimen', record.specimen],
        ['scanner', record.scanner],
        ['site', record.site],
        ['retired', retirement(record)],
      ],
      '  ',
    ),
    ...table(
      ['  OPERATING POINT', 'THRESHOLD', 'SCALE', 'POLICY', 'PPA', 'NPA'],
      record.operatingPoints.map((point) => [
        `  ${point.operatingPoint}`,
        `${point.comparator === 'GE' ? '>=' : '>'} ${point.value}`,
        point.scale,
        point.cohort === null ? point.policy : `${point.policy} (${point.cohort})`,
        point.ppa === null ? '-' : percent(point.ppa),
        point.npa === null ? '-' : percent(point.npa),
      ]),
    ),
  ]);
}

function retirement({ retiredAt, retiredBy, retiredReason }: Version['calibrations'][number]): string | null {
  return retiredAt === null ? null : `at ${time(retiredAt)} by ${retiredBy ?? '?'}: ${retiredReason ?? ''}`;
}

function evaluationTable(records: readonly EvaluationFieldsFragment[]): string[] {
  return table(
    ['  METRIC', 'VALUE', 'INTERVAL', 'N', 'COHORT', 'PROTOCOL'],
    records.map((record) => [
      `  ${record.metric}`,
      figure(record.value),
      record.interval?.map((bound) => (bound === null ? '?' : figure(bound))).join(' to ') ?? '-',
      record.n === null ? '-' : `${record.n} ${record.unit}`,
      record.cohort,
      [record.protocol, record.note].filter(Boolean).join('. '),
    ]),
  );
}

export function sourceLines(sources: readonly Source[]): string[] {
  const rows = sources.map((source) => [
    source.id,
    source.kind,
    source.state,
    String(source.versionCount),
    source.ageSeconds === null ? 'never read' : `${Math.round(source.ageSeconds)} s ago`,
    source.lastError ?? '',
  ]);
  const refused = sources.flatMap((source) =>
    source.quarantined.flatMap((entry) => [
      '',
      `Refused: ${entry.path} of ${source.id}, ${entry.code}`,
      `  ${entry.reason}`,
      ...entry.problems.map((problem) => `  ${problem.pointer || '/'}: ${problem.problem}`),
    ]),
  );
  return [...table(['SOURCE', 'KIND', 'STATE', 'VERSIONS', 'READ', 'LAST ERROR'], rows), ...refused];
}

import type {
  CohortFieldsFragment,
  CohortItemFieldsFragment,
  CohortJobQuery,
  CohortPredictionsQuery,
  CohortTargetFieldsFragment,
  CohortQuery,
  PredictionImportFieldsFragment,
} from '#libs/client';
import { figure, properties, region, shorten, table, time } from './text.js';

type Shown = CohortFieldsFragment &
  Partial<Pick<NonNullable<CohortQuery['cohort']>, 'revisions' | 'imports' | 'items'>>;
type Outcome = NonNullable<NonNullable<CohortJobQuery['job']>['cohortPrediction']>;

/** One item of `cohorts results`. */
export type CohortPredictionNode = NonNullable<CohortPredictionsQuery['cohort']>['predictions']['nodes'][number];

export function cohortTable(cohorts: readonly CohortFieldsFragment[]): string[] {
  if (cohorts.length === 0) return ['No cohorts yet. State one with `tessera cohorts create FILE`.'];
  return table(
    ['ID', 'REVISION', 'UNIT', 'ITEMS', 'SLIDES', 'PATIENTS', 'LABELS', 'NAME', 'STATED'],
    cohorts.map((cohort) => [
      cohort.id,
      String(cohort.revision),
      cohort.unit,
      String(cohort.itemCount),
      String(cohort.slideCount),
      cohort.patientCount === null ? '-' : String(cohort.patientCount),
      cohort.labels.map(({ name }) => name).join(', ') || '-',
      cohort.name,
      time(cohort.createdAt),
    ]),
  );
}

export function cohortLines(cohort: Shown, full: boolean): string[] {
  const { items, imports = [], revisions = [] } = cohort;
  return [
    ...properties([
      ['id', `${cohort.id}, revision ${cohort.revision}`],
      ['name', cohort.name],
      ['description', cohort.description],
      ['source', cohort.source],
      ['licence', cohort.licence],
      ['digest', shorten(cohort.digest, full)],
      ['items', `${cohort.itemCount} (${cohort.unit}), ${cohort.slideCount} slides${patients(cohort)}`],
      ...cohort.labels.map((label) => ['label', labelText(label)] as const),
      ['stated', `${time(cohort.createdAt)} by ${cohort.createdBy}`],
      ['revisions', revisions.map(({ revision }) => revision).join(', ') || null],
    ]),
    ...(imports.length > 0 ? ['', ...importLines(imports, full)] : []),
    ...(items ? ['', ...itemTable(items.nodes), ...remaining(items.nodes.length, items.totalCount)] : []),
  ];
}

export function importLines(imports: readonly PredictionImportFieldsFragment[], full: boolean): string[] {
  const rows = imports.map((one) => [
    full ? one.id : one.id.slice(0, 16),
    one.model,
    one.scale,
    one.targets.join(', '),
    String(one.itemCount),
    `${time(one.createdAt)} by ${one.createdBy}`,
    one.source,
  ]);
  return table(['IMPORT', 'MODEL', 'SCALE', 'TARGETS', 'ITEMS', 'IMPORTED', 'SOURCE'], rows);
}

/** What came of a prediction, version by version. */
export function cohortOutcomeLines({ cohort, revision, models }: Outcome): string[] {
  const rows = models.map(({ ref, answered, reused, failures }) => [
    ref,
    String(answered),
    String(reused),
    failures.map(({ code, count }) => `${count} ${code}`).join(', ') || '-',
  ]);
  return [
    `Cohort ${cohort}, revision ${revision}`,
    ...table(['MODEL', 'ANSWERED', 'STORED BEFORE', 'WITHOUT AN ANSWER'], rows),
  ];
}

export function cohortPredictionTable(nodes: readonly CohortPredictionNode[]): string[] {
  return table(['ITEM', 'STATE', 'LABELS', 'TARGET', 'CALL', 'PROBABILITY', 'SCORE'], nodes.flatMap(predictionRows));
}

function predictionRows({ item, state, members }: CohortPredictionNode): string[][] {
  const labels = item.labels.map(({ value }) => value).join(', ') || '-';
  const rows = members.flatMap(({ prediction, error }) =>
    prediction
      ? prediction.targets.map((target) => [target.name, target.call, ...numbersOf(target)])
      : [[error?.code ?? '-', '-', '-', '-']],
  );
  return rows.map((row) => [item.key, state, labels, ...row]);
}

/** The calibrated probability where there is one, and the score as it is. */
function numbersOf(target: CohortTargetFieldsFragment): readonly string[] {
  switch (target.__typename) {
    case 'BinaryCall':
      return [target.probability?.toFixed(3) ?? '-', target.rawScore.toFixed(3)];
    case 'ClassCall':
      return ['-', target.topClass ?? 'tied'];
    case 'ScalarEstimate':
      return ['-', `${figure(target.value)} ${target.unit ?? ''}`.trimEnd()];
    case 'RiskEstimate':
      return ['-', figure(target.riskScore)];
  }
}

function itemTable(items: readonly CohortItemFieldsFragment[]): string[] {
  const rows = items.map(({ key, patient, members, labels, time: until, event }) => [
    key,
    patient ?? '-',
    members.map((member) => region(member.region)).join('; '),
    labels.map(({ name, value }) => `${name}=${value}`).join(', ') || '-',
    until === null ? '-' : `${until}${event === true ? ' (event)' : ''}`,
  ]);
  return table(['ITEM', 'PATIENT', 'WHAT', 'LABELS', 'TIME'], rows);
}

function labelText({ name, count, isNumeric, values }: CohortFieldsFragment['labels'][number]): string {
  const counted = values.slice(0, 5).map(({ value, count: times }) => `${value}: ${times}`);
  const kind = values.length === 0 ? (isNumeric ? 'numbers' : 'many values') : counted.join(', ');
  return `${name} (${count}): ${kind}${values.length > 5 ? ', ...' : ''}`;
}

function patients({ patientCount }: CohortFieldsFragment): string {
  return patientCount === null ? '' : `, ${patientCount} patients`;
}

function remaining(shown: number, total: number): string[] {
  return shown < total ? [`... and ${total - shown} more items`] : [];
}

import type { Slide } from '#gateway/slide-catalog';
import type { CohortItem, CohortMember, MemberRegion } from './cohort-item.entity.js';
import type { CohortUnit } from './cohort-revision.entity.js';
import type { CohortRow } from './cohort-table.js';
import type { TableProblems } from './table-problems.js';

/** An item that is not yet of a revision. */
export type NewItem = Readonly<Omit<CohortItem, 'tenant' | 'cohortId' | 'revision' | 'cohort'>>;

/** A row whose slide was found. */
export interface ResolvedRow {
  readonly row: CohortRow;
  readonly slide: Slide;
}

/** The items of a table. An item that stands twice, or two rows of one patient that contradict each other, are told to `problems`. */
export function toItems(rows: readonly ResolvedRow[], unit: CohortUnit, problems: TableProblems): readonly NewItem[] {
  checkRegions(rows, problems);
  checkTwice(rows, problems);
  const groups = unit === 'SLIDE' ? rows.map((row) => [row] as const) : [...byPatient(rows, problems).values()];
  const items = groups.flatMap((group, position) => itemOf(group, position, unit, problems) ?? []);
  checkKeys(items, groups, problems);
  return items;
}

function checkRegions(rows: readonly ResolvedRow[], problems: TableProblems): void {
  for (const { row, slide } of rows) {
    const { region, line } = row;
    if (region && (region.x >= slide.widthPx || region.y >= slide.heightPx))
      problems.add({
        line,
        field: 'x',
        problem: `must lie on the slide, which is ${slide.widthPx} x ${slide.heightPx} pixels`,
      });
  }
}

/** The same tissue twice would count twice. */
function checkTwice(rows: readonly ResolvedRow[], problems: TableProblems): void {
  const seen = new Map<string, number>();
  for (const { row, slide } of rows) {
    const name = placeOf(slide.id, row.region);
    const earlier = seen.get(name);
    if (earlier !== undefined)
      problems.add({ line: row.line, field: 'slide', problem: `is the same slide and region as line ${earlier}` });
    else seen.set(name, row.line);
  }
}

function byPatient(rows: readonly ResolvedRow[], problems: TableProblems): ReadonlyMap<string, readonly ResolvedRow[]> {
  const groups = new Map<string, ResolvedRow[]>();
  for (const resolved of rows) {
    const { patient, line } = resolved.row;
    if (patient === null)
      problems.add({ line, field: 'patient', problem: 'must be stated in every row of a cohort of patients' });
    else groups.set(patient, [...(groups.get(patient) ?? []), resolved]);
  }
  return groups;
}

function itemOf(
  group: readonly ResolvedRow[],
  position: number,
  unit: CohortUnit,
  problems: TableProblems,
): NewItem | null {
  const [first] = group;
  if (!first) return null;
  const facts = group.map(({ row }) => factsOf(row));
  for (const [index, { row }] of group.entries())
    for (const field of contradictions(facts[0] ?? {}, facts[index] ?? {}))
      problems.add({
        line: row.line,
        field,
        problem: `contradicts line ${first.row.line}, which is of the same patient`,
      });
  const { row } = first;
  const isPatient = unit === 'PATIENT';
  return {
    position,
    key: row.key ?? (isPatient ? (row.patient ?? '') : placeOf(first.slide.id, row.region)),
    patient: row.patient,
    members: group.map(memberOf),
    labels: row.labels,
    survivalTime: row.survival?.time ?? null,
    survivalEvent: row.survival?.event ?? null,
    inTraining: row.inTraining,
    heldOutFold: row.heldOutFold,
  };
}

/** What the rows of one patient must agree in, by the columns' names. */
function factsOf(row: CohortRow): Readonly<Record<string, unknown>> {
  const { labels, survival, inTraining, heldOutFold, key } = row;
  const label = JSON.stringify(Object.entries(labels).toSorted());
  return {
    label,
    time: survival?.time,
    event: survival?.event,
    in_training: inTraining,
    held_out_fold: heldOutFold,
    item: key,
  };
}

function contradictions(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(a).filter((field) => a[field] !== b[field]);
}

function memberOf({ row, slide }: ResolvedRow): CohortMember {
  const { region, specimen, scanner, site } = row;
  return { slideId: slide.id, region, specimen, scanner, site };
}

function placeOf(slideId: string, region: MemberRegion | null): string {
  return region ? `${slideId}:${region.x},${region.y},${region.width},${region.height}` : slideId;
}

function checkKeys(
  items: readonly NewItem[],
  groups: readonly (readonly ResolvedRow[])[],
  problems: TableProblems,
): void {
  const seen = new Map<string, CohortRow>();
  for (const { key, position } of items) {
    const row = groups[position]?.[0]?.row;
    if (!row) continue;
    const earlier = seen.get(key);
    // Names that nobody stated are slides or patients, and one of them twice was told already.
    const isStated = row.key !== null || (earlier?.key ?? null) !== null;
    if (!earlier) seen.set(key, row);
    else if (isStated)
      problems.add({ line: row.line, field: 'item', problem: `is the name of the item of line ${earlier.line}` });
  }
}

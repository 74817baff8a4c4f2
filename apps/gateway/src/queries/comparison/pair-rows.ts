import type { LeftOutRow, MissingPart } from '#libs/comparison';
import type { CohortRows, ItemRow, WholeCohort } from '#gateway/cohorts';

/** Which items have a row of every version, and what the others lack. @param sameFeatures whether all must have seen the same features */
export function pairRows(
  { items }: WholeCohort,
  rows: readonly CohortRows[],
  sameFeatures: boolean,
): { readonly kept: readonly number[]; readonly leftOut: readonly LeftOutRow[] } {
  const leftOut: LeftOutRow[] = [];
  const kept: number[] = [];
  items.forEach(({ key }, at) => {
    const digest = rows.map((one) => one.items[at]).find((row) => row?.kind === 'ROW')?.inputDigest;
    const lacks = rows.flatMap(({ version, items: of }): readonly MissingPart[] => {
      const row = of[at];
      if (row?.kind !== 'ROW') return [{ name: version.ref, ...reasonOf(row) }];
      return sameFeatures && row.inputDigest !== digest ? [{ name: version.ref, reason: 'OTHER_FEATURES' }] : [];
    });
    if (lacks.length === 0) kept.push(at);
    else leftOut.push({ item: key, missing: lacks });
  });
  return { kept, leftOut };
}

function reasonOf(row: ItemRow | undefined): Omit<MissingPart, 'name'> {
  if (row?.kind !== 'MISSING') return { reason: 'NOT_ASKED' };
  return { reason: row.reason, ...(row.message === null ? {} : { message: row.message }) };
}

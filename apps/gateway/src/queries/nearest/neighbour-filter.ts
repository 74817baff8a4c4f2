import type { NeighbourFilterInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import type { RowSource } from '#gateway/embeddings';
import type { SlideCatalog } from '#gateway/slide-catalog';

const MOST_VALUES = 200;
const LISTS = ['organs', 'stains', 'specimens', 'sites', 'excludeSlides'] as const;

/** What the question is about, where it is about a slide. */
export interface AskedAbout {
  readonly slideId: string | null;
  /** Whether the slide's own rows may not be found, whatever the filter says. */
  readonly isLeftOut: boolean;
}

/**
 * Which rows may be found: decided before anything is ranked.
 * @throws BadUserInput for lists that are too long, and for patients where none are named
 */
export async function admittedSources(
  filter: Partial<NeighbourFilterInput>,
  about: AskedAbout,
  sources: readonly RowSource[],
  slides: { readonly catalog: SlideCatalog; readonly tenant: string },
): Promise<(source: RowSource) => boolean> {
  for (const name of LISTS)
    if ((filter[name]?.length ?? 0) > MOST_VALUES)
      throw new BadUserInput(`filter.${name}`, `must be at most ${MOST_VALUES}`);
  const found = await slidesOfFacts(filter, slides);
  const excluded = new Set(filter.excludeSlides ?? []);
  if (about.slideId !== null && (about.isLeftOut || filter.excludeSameSlide === true)) excluded.add(about.slideId);
  const patients = filter.excludeSamePatient === true ? patientsOf(about, sources) : new Set<string>();
  return ({ slideIds, patient }) =>
    slideIds.every((id) => !excluded.has(id) && (found === null || found.has(id))) &&
    !(patient !== null && patients.has(patient));
}

/** Null where the filter states nothing about slides. */
async function slidesOfFacts(
  { organs, stains, specimens, sites }: Partial<NeighbourFilterInput>,
  { catalog, tenant }: { readonly catalog: SlideCatalog; readonly tenant: string },
): Promise<ReadonlySet<string> | null> {
  const facts = { organ: organs ?? null, stain: stains ?? null, specimen: specimens ?? null, site: sites ?? null };
  if (Object.values(facts).every((values) => values === null)) return null;
  return catalog.idsWith(tenant, facts);
}

function patientsOf({ slideId }: AskedAbout, sources: readonly RowSource[]): ReadonlySet<string> {
  const own = sources.filter(({ slideIds }) => slideId !== null && slideIds.includes(slideId));
  const patients = new Set(own.flatMap(({ patient }) => patient ?? []));
  if (patients.size === 0)
    throw new BadUserInput(
      'filter.excludeSamePatient',
      'needs a question about a slide of the cohort, and a cohort that names patients',
    );
  return patients;
}

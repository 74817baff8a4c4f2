import { createHash } from 'node:crypto';
import { BadUserInput } from '#libs/errors';
import type { SlideCatalog } from '#gateway/slide-catalog';
import type { CohortCatalog } from './cohort-catalog.service.js';
import type { CohortRevision } from './cohort-revision.entity.js';
import { type CreateCohort, MOST_ROWS } from './create-cohort.js';

const ID = /^sld_[0-9a-z]{1,80}$/;
/** Positions that are named in a refusal; the rest are counted. */
const MOST_NAMED = 100;

/** Slides that a caller lists, in an order that counts. A list is a cohort whose id says what is in it: the same list is the same cohort, whoever states it again. */
export class SlideLists {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly slides: SlideCatalog,
    private readonly creation: CreateCohort,
  ) {}

  /**
   * @param slides 1 to 10,000 ids, each once
   * @param argument what the list is called in a refusal
   * @throws BadUserInput that names what is wrong by its position, from 0; nothing is stored then
   */
  async state(
    slides: readonly string[],
    argument: string,
    caller: { readonly tenant: string; readonly id: string },
  ): Promise<CohortRevision> {
    if (slides.length === 0 || slides.length > MOST_ROWS)
      throw new BadUserInput(argument, `must list 1 to ${MOST_ROWS} slides`, { count: slides.length });
    const first = new Map<string, number>();
    for (const [position, id] of slides.entries()) if (!first.has(id)) first.set(id, position);
    refuse(argument, 'must list each slide once', slides, (id, position) => first.get(id) !== position);
    const found = await this.slides.find(caller.tenant, slides);
    refuse(argument, 'must be ids of slides of yours', slides, (id) => !ID.test(id) || !found.of(id));
    const id = `list-${createHash('sha256').update(slides.join('\n')).digest('hex').slice(0, 40)}`;
    const newest = await this.catalog.revision(caller.tenant, id);
    const facts = { name: `A list of ${slides.length}`, description: null, source: null, licence: null };
    const csv = ['slide', ...slides].join('\n');
    const stated = { id, ...facts, unit: 'SLIDE' as const, csv, expectedRevision: newest?.revision ?? null };
    return this.creation.create(stated, caller);
  }
}

function refuse(
  argument: string,
  rule: string,
  slides: readonly string[],
  isWrong: (id: string, position: number) => boolean,
): void {
  const positions = [...slides.keys()].filter((position) => isWrong(slides[position] ?? '', position));
  if (positions.length > 0)
    throw new BadUserInput(argument, rule, { positions: positions.slice(0, MOST_NAMED), total: positions.length });
}

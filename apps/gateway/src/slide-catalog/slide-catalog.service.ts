import { insertOrIgnore, newestFirst, RowMemory, type Page, type PageRequest } from '#libs/database';
import { Conflict, StoreUnavailable } from '#libs/errors';
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DataSource, In, type EntityManager } from 'typeorm';
import { type FoundSlides, foundSlides } from './find-slides.js';
import { Slide } from './slide.entity.js';

const WORDS_A_STATEMENT = 500;

/** What is known of a slide when it is added: the file's own facts, and what the caller states (null when not stated). */
export type NewSlide = Readonly<Omit<Slide, 'tenant' | 'id' | 'createdAt'>>;

// What a caller states about a slide. It may be stated later, and once stated it is not changed: answers rest on it.
const STATED = ['name', 'mppStated', 'stain', 'organ', 'specimen', 'preservation', 'scanner', 'site'] as const;

/** Values of facts, any of which will do; null where the fact does not matter. */
export type SlideFacts = Readonly<Record<'organ' | 'stain' | 'specimen' | 'site', readonly string[] | null>>;

/** Kept in memory where nobody else writes: some kilobytes each. */
const MOST_KEPT = 2_000;

/** The slides of each tenant. */
export class SlideCatalog {
  private readonly memory: RowMemory<Slide>;

  /** @param isAlone whether no other process writes to the store */
  constructor(
    private readonly dataSource: DataSource,
    isAlone = false,
  ) {
    this.memory = new RowMemory(isAlone ? MOST_KEPT : 0);
  }

  /**
   * Adds a slide; the same file again is the same slide. Adding again fills in what was not stated before, and follows a moved file.
   * @throws Conflict when something was stated otherwise before; nothing is changed then
   */
  async add(tenant: string, slide: NewSlide): Promise<Slide> {
    const id = slideIdOf(tenant, slide.digest);
    return this.memory.change(keyOf(tenant, id), () =>
      this.dataSource.transaction(async (manager) => {
        await insertOrIgnore(manager, Slide, [{ ...slide, tenant, id, createdAt: new Date() }]);
        const stored = await lockByDigest(manager, tenant, slide.digest);
        const changes = changesFor(stored, slide);
        if (Object.keys(changes).length > 0) await manager.update(Slide, { tenant, id: stored.id }, changes);
        return Object.assign(stored, changes);
      }),
    );
  }

  /** The slides in the order of the ids, null where there is none of this tenant; one query at most. Nobody may change them. */
  async byIds(tenant: string, ids: readonly string[]): Promise<readonly (Slide | null)[]> {
    const byKey = new Map(ids.map((id) => [keyOf(tenant, id), id]));
    const slides = await this.memory.read([...byKey.keys()], async (missing) => {
      const wanted = missing.map((key) => byKey.get(key) ?? '');
      const found = await this.dataSource.manager.findBy(Slide, { tenant, id: In(wanted) });
      const byId = new Map(found.map((slide) => [slide.id, slide]));
      return wanted.map((id) => byId.get(id));
    });
    const found = new Map([...byKey.values()].map((id, at) => [id, slides[at]]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** What each word means, be it a slide's id, its digest or its name. 500 words a statement. */
  async find(tenant: string, words: readonly string[]): Promise<FoundSlides> {
    const found: Slide[] = [];
    const different = [...new Set(words)];
    for (let from = 0; from < different.length; from += WORDS_A_STATEMENT) {
      const some = In(different.slice(from, from + WORDS_A_STATEMENT));
      const where = [{ id: some }, { digest: some }, { name: some }].map((one) => ({ tenant, ...one }));
      found.push(...(await this.dataSource.manager.findBy(Slide, where)));
      await nextTurn();
    }
    return foundSlides([...new Map(found.map((slide) => [slide.id, slide])).values()]);
  }

  /** Ids of the slides of which each stated fact is one of the values; one statement. */
  async idsWith(tenant: string, facts: SlideFacts): Promise<ReadonlySet<string>> {
    const query = this.dataSource.manager.createQueryBuilder(Slide, 'slide').select('slide.id', 'id').where({ tenant });
    for (const [column, values] of Object.entries(facts))
      if (values !== null) query.andWhere(`slide.${column} = ANY(:${column})`, { [column]: values });
    const found = await query.getRawMany<{ readonly id: string }>();
    return new Set(found.map(({ id }) => id));
  }

  /**
   * One page, newest first.
   * @throws BadUserInput for a bad `first` or a cursor of another list or tenant
   */
  async page(tenant: string, request: PageRequest): Promise<Page<Slide>> {
    return newestFirst(this.dataSource.manager.createQueryBuilder(Slide, 'slide'), 'slides', tenant, request);
  }

  async count(tenant: string): Promise<number> {
    return this.dataSource.manager.countBy(Slide, { tenant });
  }
}

/** The id of a slide: the same file has another id in each tenant, so that an id says nothing about other tenants' slides. */
export function slideIdOf(tenant: string, digest: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(['slide', tenant, digest]))
    .digest('hex');
  return `sld_${hash.slice(0, 32)}`;
}

/** Two tenants may have the same file, and never the same slide. */
function keyOf(tenant: string, id: string): string {
  return JSON.stringify([tenant, id]);
}

async function lockByDigest(manager: EntityManager, tenant: string, digest: string): Promise<Slide> {
  const stored = await manager
    .createQueryBuilder(Slide, 'slide')
    .setLock('pessimistic_write')
    .where({ tenant, digest })
    .getOne();
  // Only when a row of another slide has this id: 128 bits of SHA-256 agree.
  if (!stored) throw new StoreUnavailable();
  return stored;
}

function changesFor(stored: Slide, added: NewSlide): Partial<Slide> {
  const stated = STATED.filter((field) => added[field] !== null && added[field] !== stored[field]);
  const contradicted = stated.filter((field) => stored[field] !== null);
  if (contradicted.length > 0) {
    throw new Conflict(
      `This file is a slide already, and something else was stated as its ${contradicted.join(', ')}. Nothing was changed. ` +
        'Leave that out, or state the same as before: `slides` and `tessera slides list` show it.',
      { fields: contradicted, slideId: stored.id },
    );
  }
  const filled = Object.fromEntries(stated.map((field) => [field, added[field]]));
  return stored.path === added.path ? filled : { ...filled, path: added.path };
}

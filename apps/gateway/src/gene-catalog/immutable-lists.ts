import { insertOrIgnore, newestFirst, type Page, type PageRequest } from '#libs/database';
import { Conflict, StoreUnavailable } from '#libs/errors';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { GeneListFacts } from './gene-list-facts.js';

/** A row of either kind of list. */
export type GeneListRow = GeneListFacts & ObjectLiteral & { tenant: string; id: string; digest: string };

// What two imports of one list must agree in; who brought it, and when, is the first one's.
const STATED = ['name', 'version', 'namespace', 'organism', 'source', 'licence'] as const;

/** The lists of one kind: a row is added once and never changed. */
export class ImmutableLists<T extends GeneListRow> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly entity: EntityTarget<T>,
    /** What a list of this kind is called, in sentences and for cursors. */
    private readonly noun: string,
    /** What else is stated about one. */
    private readonly alsoStated: readonly (keyof T & string)[] = [],
  ) {}

  /**
   * The row that a list has already; null where it is new.
   * @throws Conflict when its id is another list's, when the list has another id, or when something else was stated about it
   */
  async known(row: T): Promise<T | null> {
    const { tenant, id, digest } = row;
    const found = await this.dataSource.manager
      .createQueryBuilder(this.entity, 'list')
      .where('list.tenant = :tenant AND (list.id = :id OR list.digest = :digest)', { tenant, id, digest })
      .getMany();
    const named = found.find((list) => list.id === id);
    if (named && named.digest !== digest) throw this.takenId(named.digest, digest);
    const [stored] = found;
    if (!stored) return null;
    if (stored.id !== id) throw this.otherId(stored.id);
    const fields = [...STATED, ...this.alsoStated].filter((field) => stored[field] !== row[field]);
    if (fields.length > 0) throw this.otherFacts(fields);
    return stored;
  }

  /**
   * Stores the row of a list whose bytes are durable; one statement.
   * @returns the stored row: the earlier one when the same list was there already
   * @throws Conflict as `known` does; nothing is overwritten
   */
  async save(row: T): Promise<T> {
    await insertOrIgnore(this.dataSource.manager, this.entity, [row]);
    const stored = await this.known(row);
    if (!stored) throw new StoreUnavailable();
    return stored;
  }

  async byId(tenant: string, id: string): Promise<T | null> {
    return this.one('list.tenant = :tenant AND list.id = :id', { tenant, id });
  }

  async byDigest(tenant: string, digest: string): Promise<T | null> {
    return this.one('list.tenant = :tenant AND list.digest = :digest', { tenant, digest });
  }

  /**
   * One page, newest first.
   * @throws BadUserInput for a bad `first` or a cursor of another list or tenant
   */
  async page(tenant: string, request: PageRequest): Promise<Page<T>> {
    return newestFirst(this.dataSource.manager.createQueryBuilder(this.entity, 'list'), this.noun, tenant, request);
  }

  async count(tenant: string): Promise<number> {
    return this.dataSource.manager
      .createQueryBuilder(this.entity, 'list')
      .where('list.tenant = :tenant', { tenant })
      .getCount();
  }

  private one(where: string, parameters: ObjectLiteral): Promise<T | null> {
    return this.dataSource.manager.createQueryBuilder(this.entity, 'list').where(where, parameters).getOne();
  }

  private takenId(stored: string, given: string): Conflict {
    return new Conflict(
      `There is a ${this.noun} of this id with other content: its digest is ${stored.slice(0, 12)}, and this one's is ${given.slice(0, 12)}. ` +
        'Nothing was overwritten. Give the new one another id, as with its version in it.',
      { fields: ['digest'], stored, given },
    );
  }

  private otherId(id: string): Conflict {
    return new Conflict(
      `This ${this.noun} is registered already, under the id that \`id\` gives. One list has one id: use that one.`,
      { fields: ['id'], id },
    );
  }

  private otherFacts(fields: readonly string[]): Conflict {
    return new Conflict(
      `This ${this.noun} is registered already, and something else was stated as its ${fields.join(', ')}. Nothing was changed. State the same as before.`,
      { fields },
    );
  }
}

import { exactJson, insertOrIgnore } from '#libs/database';
import { Conflict, StoreUnavailable } from '#libs/errors';
import { DataSource, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { Answer, type NewAnswer } from './answer.entity.js';
import { AnswerCache, type AnswerCacheFigures } from './answer-cache.js';
import { contentOf } from './answer-content.js';

interface Waiting {
  readonly answer: NewAnswer;
  readonly resolve: (stored: Answer) => void;
  readonly reject: (error: unknown) => void;
}

// 11 parameters a row; PostgreSQL takes 65,535 in one statement.
const MAX_ROWS = 1000;

/** In memory, where nothing else is said. */
const CACHE_BYTES = 67_108_864;

/** Answers by id. What was computed once is never overwritten. */
export class AnswerStore {
  private waiting: Waiting[] = [];
  private isSaving = false;
  private readonly cache: AnswerCache;

  /** @param cacheBytes most bytes of rows that are kept in memory */
  constructor(
    private readonly dataSource: DataSource,
    cacheBytes: number = CACHE_BYTES,
  ) {
    this.cache = new AnswerCache(cacheBytes);
  }

  /** What the memory before the database did. */
  get cacheFigures(): AnswerCacheFigures {
    return this.cache.read();
  }

  /**
   * Stores an answer, and resolves when it is durable. Answers that are saved at the same time, or while an earlier statement is under
   * way, share one statement.
   * @returns the stored answer: the earlier row when the same answer was there already
   * @throws Conflict when an answer of this id has other content (kind, slide, model, input, outputs or arrays)
   * @throws RangeError for a number that is not finite; nothing is stored, and answers saved beside it are not affected
   */
  async save(answer: NewAnswer): Promise<Answer> {
    for (const part of [answer.parameters, answer.outputs, answer.arrays, answer.provenance]) exactJson.to(part);
    return new Promise((resolve, reject) => {
      this.waiting.push({ answer, resolve, reject });
      if (this.isSaving) return;
      this.isSaving = true;
      setImmediate(() => void this.saveWaiting());
    });
  }

  /** The answers in the order of the ids, null where there is none of this tenant; one query at most. */
  async findMany(tenant: string, ids: readonly string[]): Promise<readonly (Answer | null)[]> {
    const kept = [...new Set(ids)].map((id) => ({ id, row: this.cache.get(tenant, id) }));
    const missing = kept.filter(({ row }) => row === null).map(({ id }) => id);
    const found = missing.length === 0 ? [] : await this.query({ tenant, id: In(missing) }).getMany();
    for (const row of found) this.cache.set(row);
    const byId = new Map([...kept.flatMap(({ row }) => row ?? []), ...found].map((answer) => [answer.id, answer]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  async byId(tenant: string, id: string): Promise<Answer | null> {
    const [answer] = await this.findMany(tenant, [id]);
    return answer ?? null;
  }

  /** The newest answers of one kind of one version, newest first, one statement; they are not put into memory. */
  async newestOf(tenant: string, kind: string, modelDigest: string, most: number): Promise<readonly Answer[]> {
    return this.query({ tenant, kind, modelDigest })
      .orderBy({ 'answer.createdAt': 'DESC', 'answer.id': 'DESC' })
      .limit(most)
      .getMany();
  }

  /** An answer that is in memory now; null says nothing about the database. */
  kept(tenant: string, id: string): Answer | null {
    return this.cache.peek(tenant, id);
  }

  private query(where: ObjectLiteral | ObjectLiteral[]): SelectQueryBuilder<Answer> {
    return this.dataSource.manager.createQueryBuilder(Answer, 'answer').where(where);
  }

  private async saveWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_ROWS);
      try {
        await this.store(batch);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isSaving = false;
  }

  private async store(batch: readonly Waiting[]): Promise<void> {
    const createdAt = new Date();
    const rows = batch.map(({ answer }) => ({ ...answer, createdAt }));
    const inserted = await insertOrIgnore(this.dataSource.manager, Answer, rows);
    // All of them new, as nearly always: then what is stored is what was given, and need not be read back.
    if (inserted === rows.length) for (const [index, row] of rows.entries()) batch[index]?.resolve(this.keep(row));
    else await this.settle(batch);
  }

  private keep(row: Answer): Answer {
    this.cache.set(row);
    return row;
  }

  /** Compares each answer with the row that is stored under its id, whoever wrote it. */
  private async settle(batch: readonly Waiting[]): Promise<void> {
    const tenants = [...new Set(batch.map(({ answer }) => answer.tenant))];
    const where = tenants.map((tenant) => {
      const own = batch.filter(({ answer }) => answer.tenant === tenant);
      return { tenant, id: In(own.map(({ answer }) => answer.id)) };
    });
    const rows = await this.query(where).getMany();
    const byKey = new Map(rows.map((row) => [keyOf(row), this.keep(row)]));
    for (const { answer, resolve, reject } of batch) {
      const stored = byKey.get(keyOf(answer));
      if (!stored) reject(new StoreUnavailable());
      else if (contentOf(stored) === contentOf(answer)) resolve(stored);
      else reject(conflict(answer.id));
    }
  }
}

function keyOf(answer: { readonly tenant: string; readonly id: string }): string {
  return JSON.stringify([answer.tenant, answer.id]);
}

function conflict(answerId: string): Conflict {
  return new Conflict('An answer of this id exists with other content. Nothing was overwritten.', { answerId });
}

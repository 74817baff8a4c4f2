import type { PredictionContextInput } from '#graphql/generated/schema-types';
import { BadUserInput, isDomainError } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import { type PredictionImport, PredictionImports, type WholeCohort } from '#gateway/cohorts';
import type { AnswerScope } from '#gateway/pipeline';
import { CohortPredictions, ImportedCalls } from '../cohort/index.js';
import type { ComparedTarget } from './comparable.js';
import { importedScore, type ItemScore, itemScore } from './version-score.js';

/** Items whose answers are read before the event loop gets a turn of its own. */
const ITEMS_AT_ONCE = 100;
const SHOWN_DIGITS = 12;

/** What is compared: the answers of a version, or scores of one that were computed elsewhere. */
export interface ComparedSource {
  /** What its scores are called. */
  readonly name: string;
  readonly version: ModelVersion;
  readonly brought: PredictionImport | null;
}

/** Reads the scores that are compared. */
export class ComparedSources {
  constructor(
    private readonly stored: CohortPredictions,
    private readonly imports: PredictionImports,
    private readonly importedCalls: ImportedCalls,
  ) {}

  /**
   * The versions, and the imports after them.
   * @throws NotFound, ModelNotFound; BadUserInput for an import of another cohort or revision
   */
  async of(
    versions: readonly ModelVersion[],
    imports: readonly PredictionImport[],
    { revision }: WholeCohort,
    scope: AnswerScope,
  ): Promise<readonly ComparedSource[]> {
    const brought = imports.map((one, at): ComparedSource => {
      if (one.cohortId !== revision.id || one.revision !== revision.revision)
        throw new BadUserInput('input.imports', 'must be of the revision of the cohort that is compared', {
          position: at,
          ...{ cohort: one.cohortId, revision: one.revision, compared: revision.revision },
        });
      const version = this.importedCalls.versionOf(one, scope);
      return { name: `${version.ref} (${one.id.slice(0, 'imp_'.length + SHOWN_DIGITS)})`, version, brought: one };
    });
    return [...versions.map((version) => ({ name: version.ref, version, brought: null })), ...brought];
  }

  /** @throws NotFound */
  byId(tenant: string, id: string): Promise<PredictionImport> {
    return this.imports.byId(tenant, id);
  }

  /** The scores of all items, some at a time. @throws BadUserInput, StoreUnavailable, Cancelled, DeadlineExceeded */
  async read(
    cohort: WholeCohort,
    source: ComparedSource,
    { target, context, scope }: Read,
  ): Promise<readonly ItemScore[]> {
    const { revision, items } = cohort;
    const scores = source.brought && (await this.imports.scores(source.brought));
    const read: ItemScore[] = [];
    for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
      scope.signal.throwIfAborted();
      const some = items.slice(from, from + ITEMS_AT_ONCE);
      if (source.brought && scores) {
        read.push(...(await this.readImported(some, source.brought, scores, { target, context, scope })));
        continue;
      }
      const found = await this.stored.read(revision, some, source.version, { given: context, under: null }, scope);
      for (const one of found) read.push(itemScore(one, target.name, target.className));
    }
    return read;
  }

  private readImported(
    items: WholeCohort['items'],
    one: PredictionImport,
    scores: Awaited<ReturnType<PredictionImports['scores']>>,
    { target, context, scope }: Read,
  ): Promise<readonly ItemScore[]> {
    const read = items.map(async (item): Promise<ItemScore> => {
      const own = scores.get(item.position);
      if (!own) return { kind: 'MISSING', reason: 'NOT_IMPORTED', message: null };
      try {
        const called = await this.importedCalls.call(one, item, own, { given: context, scope });
        return importedScore(called, target.name, target.className);
      } catch (error) {
        if (!isDomainError(error) || error.isRetryable || error instanceof BadUserInput) throw error;
        return { kind: 'MISSING', reason: error.code, message: error.message };
      }
    });
    return Promise.all(read);
  }
}

interface Read {
  readonly target: ComparedTarget;
  readonly context: PredictionContextInput | null;
  readonly scope: AnswerScope;
}

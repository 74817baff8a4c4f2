import { type AnswerKind } from '#graphql/generated/schema-types';
import { type ModelVersion } from '#model-registry';
import { type AnswerScope, type StoredReplies, type StoredReply } from '#gateway/pipeline';
import { type CohortItem, type CohortMember } from './cohort-item.entity.js';

/** What is stored about an item under one version: a reply for each of its members, in their order. */
export interface ItemReplies {
  readonly item: CohortItem;
  readonly members: readonly { readonly member: CohortMember; readonly reply: StoredReply }[];
}

/** Items that are looked at before the event loop gets a turn of its own. */
const ITEMS_AT_ONCE = 250;

/**
 * The stored answers of a cohort. No model runs, and nothing is computed but ids: see `StoredReplies`. Ask all versions of an operation with one
 * scope, at the same time or one after the other: slides and bags are then read once. Answers that lie in memory are not read again.
 */
export class CohortAnswers {
  constructor(private readonly replies: StoredReplies) {}

  /**
   * @param kind `SLIDE_PREDICTION` for calls and scores, `SLIDE_EMBEDDING` for vectors
   * @returns an entry for each item, in the order of the items
   * @throws LicenceRefused when the caller may not use the version; StoreUnavailable, Cancelled, DeadlineExceeded
   */
  async read(
    kind: AnswerKind,
    version: ModelVersion,
    items: readonly CohortItem[],
    scope: AnswerScope,
  ): Promise<readonly ItemReplies[]> {
    scope.note(version);
    await scope.licences.admit(version);
    const read: ItemReplies[] = [];
    for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
      scope.signal.throwIfAborted();
      const some = items.slice(from, from + ITEMS_AT_ONCE);
      read.push(...(await Promise.all(some.map((item) => this.readItem(kind, version, item, scope)))));
    }
    return read;
  }

  private async readItem(
    kind: AnswerKind,
    version: ModelVersion,
    item: CohortItem,
    scope: AnswerScope,
  ): Promise<ItemReplies> {
    const members = item.members.map(async (member) => {
      const { slideId, region } = member;
      const question = { slideId, region, features: null, model: version.ref };
      return { member, reply: await this.replies.find(kind, version, question, scope) };
    });
    return { item, members: await Promise.all(members) };
  }
}

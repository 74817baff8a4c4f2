import { type AnswerKind } from '#graphql/generated/schema-types';
import { type ModelVersion } from '#model-registry';
import { type AnswerScope, type StoredReplies, type StoredReply } from '#gateway/pipeline';
import { patientQuestion } from './patient-question.js';
import { type CohortItem, type CohortMember } from './cohort-item.entity.js';

/** What is asked when a version is asked about a slide. */
export interface AskedVersions {
  /** `SLIDE_PREDICTION` for calls and scores, `SLIDE_EMBEDDING` for vectors, `TILE_EXPRESSION` or `SLIDE_EXPRESSION` for genes */
  readonly kind: AnswerKind;
  readonly version: ModelVersion;
  /** The version itself, or those from whose answers its own is read. */
  readonly versions: readonly ModelVersion[];
}

/** What is stored about an item under one version: a reply for each of its members, in their order. */
export interface ItemReplies {
  readonly item: CohortItem;
  readonly members: readonly MemberReplies[];
  /** To all slides of a patient as one, of each that was asked; null where the item has one slide, or the card another policy. */
  readonly together: readonly StoredReply[] | null;
}

export interface MemberReplies {
  readonly member: CohortMember;
  /** Of several that were asked, the first that is no answer, else that of the first. */
  readonly reply: StoredReply;
  /** Of each that was asked. */
  readonly replies: readonly StoredReply[];
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
   * @returns an entry for each item, in the order of the items
   * @throws LicenceRefused when the caller may not use the version; StoreUnavailable, Cancelled, DeadlineExceeded
   */
  async read(asked: AskedVersions, items: readonly CohortItem[], scope: AnswerScope): Promise<readonly ItemReplies[]> {
    for (const version of new Set([asked.version, ...asked.versions])) {
      scope.note(version);
      await scope.licences.admit(version);
    }
    const read: ItemReplies[] = [];
    for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
      scope.signal.throwIfAborted();
      const some = items.slice(from, from + ITEMS_AT_ONCE);
      read.push(...(await Promise.all(some.map((item) => this.readItem(asked, item, scope)))));
    }
    return read;
  }

  private async readItem(
    { kind, version, versions }: AskedVersions,
    item: CohortItem,
    scope: AnswerScope,
  ): Promise<ItemReplies> {
    const members = item.members.map(async (member) => {
      const { slideId, region } = member;
      const found = versions.map((one) =>
        this.replies.find(kind, one, { slideId, region, features: null, model: one.ref }, scope),
      );
      const replies = await Promise.all(found);
      const reply = replies.find((one) => one.kind !== 'ANSWER') ?? replies[0];
      if (!reply) throw new Error('a version was expected to be asked');
      return { member, reply, replies };
    });
    const question = patientQuestion(item, version);
    const together =
      question && (await Promise.all(versions.map((one) => this.replies.find(kind, one, question, scope))));
    return { item, members: await Promise.all(members), together };
  }
}

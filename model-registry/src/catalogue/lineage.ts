import { namedEncoders } from '../components.js';
import type { ModelVersion } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { SnapshotEntries } from '../snapshot-entries.js';
import { Turns } from '../turns.js';
import { byKey, pageOf, type CataloguePage, type Keyed, type PageWish } from './keyed-page.js';
import { versionKeyOf } from './sort-keys.js';

/**
 * How a version leans on another. PARENT: its weights come from it. ENCODER: it takes its features. MEMBER: it is the mean, or a vote, of
 * it and others. TOWER: it joins it with others in one space.
 */
export type LineageRole = 'PARENT' | 'ENCODER' | 'MEMBER' | 'TOWER';

/** Another version that a card names. */
export interface LineageLink {
  readonly role: LineageRole;
  readonly name: string;
  readonly version: string;
  /** Null where no source has it: only the name is known. */
  readonly registered: ModelVersion | null;
}

/** A version that leans on the one that was asked about. */
export interface LineageUse {
  readonly role: LineageRole;
  readonly user: ModelVersion;
}

/** Who leans on whom in one snapshot. Read off the cards once and in turns, when somebody asks first who uses a version. */
export class Lineage {
  private uses: Promise<ReadonlyMap<ModelVersion, readonly Keyed<LineageUse>[]>> | null = null;

  private constructor(private readonly snapshot: RegistrySnapshot) {}

  /** The lineage of a snapshot; the same one as long as the entries are the same. */
  static of(snapshot: RegistrySnapshot): Lineage {
    const known = lineages.get(snapshot.entries);
    if (known) return known;
    const made = new Lineage(snapshot);
    lineages.set(snapshot.entries, made);
    return made;
  }

  /** What a version's card names: parent, encoder, members, towers, in this order. */
  basedOn(version: ModelVersion): readonly LineageLink[] {
    return linksOf(version, this.snapshot);
  }

  /** The versions whose cards name a version, by name, source and number. */
  async usedBy(
    version: ModelVersion,
    roles: readonly LineageRole[] | null,
    wish: PageWish,
  ): Promise<CataloguePage<LineageUse>> {
    this.uses ??= this.readUses();
    return pageOf((await this.uses).get(version) ?? [], ({ item }) => roles?.includes(item.role) ?? true, wish);
  }

  /** Versions of other sources with the same digest: the same card, the same files, the same version under other references. */
  sameAs(version: ModelVersion): readonly ModelVersion[] {
    return this.snapshot.byDigest(version.digest).filter((other) => other !== version);
  }

  private async readUses(): Promise<ReadonlyMap<ModelVersion, readonly Keyed<LineageUse>[]>> {
    const uses = new Map<ModelVersion, Keyed<LineageUse>[]>();
    const turns = new Turns();
    for (const user of this.snapshot.models.flatMap((model) => model.versions)) {
      for (const { role, registered } of linksOf(user, this.snapshot)) {
        if (!registered) continue;
        const known = uses.get(registered) ?? [];
        known.push({ item: { role, user }, key: [...versionKeyOf('NAME', user), role] });
        uses.set(registered, known);
      }
      await turns.rest();
    }
    for (const list of uses.values()) list.sort(byKey);
    return uses;
  }
}

const lineages = new WeakMap<SnapshotEntries, Lineage>();

function linksOf(version: ModelVersion, snapshot: RegistrySnapshot): readonly LineageLink[] {
  const { identity, alignment } = version.card;
  // A tower may project the features that the whole takes: one link says so.
  const byRef = new Map(
    namedEncoders(version.card).map(({ contract }) => [`${contract.model}/${contract.version}`, contract]),
  );
  const encoders = [...byRef.values()].map((contract) => ({ role: 'ENCODER', ...contract }) as const);
  const members = identity.ensemble?.members.map((member) => ({ role: 'MEMBER', ...member }) as const) ?? [];
  const towers = alignment?.towers.map(({ model }) => ({ role: 'TOWER', ...model }) as const) ?? [];
  const named = [
    ...(identity.parent ? [{ role: 'PARENT', ...identity.parent } as const] : []),
    ...encoders,
    ...members,
    ...towers,
  ];
  return named
    .map((link): LineageLink => ({
      role: link.role,
      name: link.model,
      version: link.version,
      registered: registeredAs(link, version, snapshot),
    }))
    .filter(({ registered }) => registered !== version);
}

/** Cards name versions of their own source. An encoder is named by its digest too, so that of another source is it as well. */
function registeredAs(
  { model, version, digest }: { readonly model: string; readonly version: string; readonly digest?: string },
  { source }: ModelVersion,
  snapshot: RegistrySnapshot,
): ModelVersion | null {
  return (
    snapshot.find(source, model, version) ?? (digest === undefined ? null : (snapshot.byDigest(digest)[0] ?? null))
  );
}

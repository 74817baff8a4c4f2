import { Conflict } from '#libs/errors';
import type { MlflowReleases, MlflowVersion, ReleaseFolder } from '#libs/mlflow-client';
import { jsonDigest } from '../../digests.js';
import type { VersionPackage } from '../../packages/version-package.js';
import { CONTENT_TAG, DIGEST_TAG } from '../../sources/mlflow/published-files.js';
import type { Told } from '../through/through-plan.js';
import { contentDigest, releaseTags } from './release-documents.js';
import { removeStrays, STRAY_TAG } from './stray-versions.js';

/** Makes one version whose files are on the server. */
export class VersionMaking {
  constructor(
    private readonly releases: MlflowReleases,
    private readonly found: VersionPackage,
    private readonly folder: ReleaseFolder,
  ) {}

  /**
   * What can be done again: the model that the version is of. And a look whether the server will give the card's number.
   * @throws Conflict, RegistryWriteFailed, RegistryWriteRefused, RegistryBadResponse, or the signal's reason
   */
  async prepare(signal: AbortSignal): Promise<void> {
    await this.releases.makeModel(this.found.name, signal);
    checkNumber(await this.releases.versions(this.found.name, signal), this.found);
  }

  /** Makes the version, once. One that got another number than the card has is taken away again. */
  async make(intent: string, signal: AbortSignal): Promise<Told> {
    const { name, version, card } = this.found;
    const tags = { ...releaseTags(this.found), [STRAY_TAG]: intent };
    const wish = { name, folder: this.folder, description: card.identity.title, tags };
    const made = await this.releases.makeVersion(wish, signal);
    if (made.kind !== 'MADE') return made;
    if (made.version === version) return { kind: 'DONE' };
    const left = await removeStrays(this.releases, { name, version, intent }, signal).catch(() => [made.version]);
    return { kind: 'CONFLICT', found: made.version, error: otherNumber(this.found, made.version, left.length > 0) };
  }
}

/**
 * A server gives its numbers itself: the next one must be the card's, and a content has one number.
 * @throws Conflict
 */
export function checkNumber(versions: readonly MlflowVersion[], { card, version }: VersionPackage): void {
  const content = contentDigest(card);
  const twin = versions.find(({ version: number, tags }) => {
    const isWhole = tags[DIGEST_TAG] === jsonDigest({ ...card, identity: { ...card.identity, version: number } });
    return tags[CONTENT_TAG] === content && isWhole && number !== version;
  });
  if (twin) throw sameContent(version, twin.version);
  const next = String(Math.max(0, ...versions.map(({ version: number }) => Number(number))) + 1);
  if (next === version) return;
  throw new Conflict(
    `The server gives its numbers itself, and the next one of this model is ${next}. Nothing was changed. Give the card that number, or release the versions in order.`,
    { version, nextVersion: next },
  );
}

function sameContent(version: string, twin: string): Conflict {
  return new Conflict(
    `The server has this content as version ${twin}, and a content has one number. Nothing was changed. Give the card that one.`,
    { version, sameAs: twin },
  );
}

function otherNumber({ version }: VersionPackage, given: string, isLeft: boolean): Conflict {
  const isGone = isLeft
    ? 'That version could not be taken away again: delete it with the tools of MLflow'
    : 'That version was taken away again';
  return new Conflict(
    `The server gave the number ${given} instead of the card's: it never gives a number twice, not even that of a deleted version, or somebody released at the same time. ${isGone}. Publish with \`publish.py version --renumber\`, which takes the number that the server gives, or try again.`,
    { version, givenVersion: given },
  );
}

import { Cancelled } from '#libs/errors';
import type { MlflowReleases, ReleaseFile, ReleaseFolder } from '#libs/mlflow-client';
import type { VersionPackage } from '../../packages/version-package.js';
import type { CopyTools } from '../registration-copy.js';
import { mlModelOf } from './mlmodel.js';
import { releaseDocuments, releaseTags, sha256Of, type ReleaseDocument } from './release-documents.js';

/** The experiment that holds uploads, as publish.py names it. */
const EXPERIMENT = 'tessera-releases';
const GIVE_UP_MS = 5_000;

/**
 * Brings the files of a version to a server, into a folder that no version names yet. What an earlier attempt left there is compared, and
 * uploaded again only where it differs.
 * @throws ArtifactInvalid, BadUserInput, Cancelled, RegistryWriteFailed, RegistryWriteRefused, RegistryBadResponse
 */
export async function uploadVersion(
  releases: MlflowReleases,
  found: VersionPackage,
  { signal, onBytes }: CopyTools,
): Promise<ReleaseFolder> {
  try {
    const wish = { experiment: EXPERIMENT, name: found.name, marks: releaseTags(found) };
    const folder = await releases.open(wish, signal);
    await fill(releases, folder, found, { signal, onBytes });
    return folder;
  } catch (error) {
    if (signal.aborted) throw new Cancelled({ cause: signal.reason });
    throw error;
  }
}

async function fill(
  releases: MlflowReleases,
  folder: ReleaseFolder,
  found: VersionPackage,
  { signal, onBytes }: CopyTools,
): Promise<void> {
  const { files, history } = mlModelOf(found.card, folder);
  try {
    let done = 0;
    for (const { path, sha256, sizeBytes, read } of found.files) {
      const counted = count(
        () => read(signal),
        (bytes) => onBytes(done + bytes),
      );
      await releases.put(folder, { path, sha256, sizeBytes, read: counted }, signal);
      onBytes((done += sizeBytes));
    }
    for (const document of [...files, ...releaseDocuments(found)]) {
      await releases.put(folder, asFile(document), signal);
    }
    if (!folder.isFinished) await releases.finish(folder, history, signal);
  } catch (error) {
    await releases.giveUp(folder, AbortSignal.timeout(GIVE_UP_MS)).catch(() => undefined);
    throw error;
  }
}

function asFile({ path, bytes }: ReleaseDocument): ReleaseFile {
  const read = async function* (): AsyncGenerator<Uint8Array, void> {
    yield bytes;
  };
  return { path, sha256: sha256Of(bytes), sizeBytes: bytes.byteLength, read };
}

function count(read: () => AsyncIterable<Uint8Array>, onBytes: (done: number) => void): ReleaseFile['read'] {
  return async function* (): AsyncGenerator<Uint8Array, void> {
    let done = 0;
    for await (const piece of read()) {
      yield piece;
      onBytes((done += piece.byteLength));
    }
  };
}

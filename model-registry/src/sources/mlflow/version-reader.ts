import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isDomainError } from '#libs/errors';
import type { MlflowClient, MlflowVersion } from '#libs/mlflow-client';
import type { ModelArtifact } from '../../card/model-card.js';
import { JsonRefused, parseStrictJson } from '../parse-json.js';
import type { ProposedDocument, ProposedVersion, VersionFiles } from '../registry-source.js';
import type { ContentStore } from './content-store.js';
import {
  addedCalibrations,
  cardFile,
  indexFile,
  recordIdOf,
  recordsOfIndex,
  retiredRecords,
  type PublishedFile,
} from './published-files.js';
import { RecentMap } from './recent-map.js';

const MAX_DOCUMENT_BYTES = 2 ** 20;
/** Domain references, vocabularies and their like. Model files are the model server's, and are not fetched. */
export const MAX_ARTIFACT_BYTES = 64 * 2 ** 20;
const MAX_RECORDS = 500;

type Content =
  { readonly kind: 'JSON'; readonly json: unknown } | { readonly kind: 'UNREADABLE'; readonly reason: string };
type Fetched =
  { readonly kind: 'BYTES'; readonly bytes: Buffer } | { readonly kind: 'REFUSED'; readonly reason: string };

/** Reads the documents and files of one server's versions. What was read once is known by its digest and not fetched again. */
export class VersionReader {
  private readonly sizes = new Map<string, number | null>();
  private readonly documents = new RecentMap<Content>();
  private readonly proposals = new RecentMap<ProposedVersion>();

  constructor(
    private readonly client: MlflowClient,
    private readonly store: ContentStore,
  ) {}

  /** Starts a round: what no round in a row asks for leaves the memory. */
  turn(): void {
    this.documents.turn();
    this.proposals.turn();
  }

  /** @throws the signal's reason; anything else that goes wrong stands in the place of the document */
  async read(version: MlflowVersion, signal: AbortSignal): Promise<ProposedVersion> {
    const { name, version: number, source, isReady, createdMs, tags } = version;
    const stamp = JSON.stringify([name, number, source, isReady, createdMs, tags]);
    const known = this.proposals.get(stamp);
    const proposed = known ?? (await this.readAnew(version, signal));
    // What could not be read is tried again the next time.
    const isWhole = [proposed.card, ...proposed.calibrations].every(({ kind }) => kind === 'JSON');
    if (isWhole) this.proposals.set(stamp, proposed);
    return proposed;
  }

  private async readAnew(version: MlflowVersion, signal: AbortSignal): Promise<ProposedVersion> {
    const card = await this.document(version, cardFile(version), signal);
    const records = await this.records(version, signal);
    return { name: version.name, version: version.version, card, calibrations: records, files: this.filesOf(version) };
  }

  private async records(version: MlflowVersion, signal: AbortSignal): Promise<readonly ProposedDocument[]> {
    const published = await this.publishedRecords(version, signal);
    if (!Array.isArray(published)) return [published];
    const files = [...published, ...addedCalibrations(version)];
    const retired = retiredRecords(version);
    const documents: ProposedDocument[] = [];
    for (const file of files.slice(0, MAX_RECORDS)) {
      const document = await this.document(version, file, signal);
      // A retired record stays readable for old answers. Where it cannot be read, nothing is chosen by it anyway.
      if (document.kind === 'JSON' || !retired.has(recordIdOf(file.path))) documents.push(document);
    }
    if (files.length <= MAX_RECORDS) return documents;
    const reason = `there are more than ${MAX_RECORDS} calibration records; the others are not read`;
    return [...documents, unreadable(version, 'tessera/calibrations', reason)];
  }

  private async publishedRecords(
    version: MlflowVersion,
    signal: AbortSignal,
  ): Promise<PublishedFile[] | ProposedDocument> {
    const index = indexFile(version);
    if (index === null) return [];
    const document = await this.document(version, index, signal);
    if (document.kind === 'UNREADABLE') return document;
    const files = recordsOfIndex(document.json);
    return files ? [...files] : unreadable(version, index.path, 'it is not a list of calibration records');
  }

  private async document(version: MlflowVersion, file: PublishedFile, signal: AbortSignal): Promise<ProposedDocument> {
    const path = shownPath(version, file.path);
    if (!version.isReady) return { kind: 'UNREADABLE', path, reason: 'the server says that the version is not ready' };
    const { sha256 } = file;
    if (sha256 === null) return { kind: 'UNREADABLE', path, reason: 'its tag holds no SHA-256' };
    const content = this.documents.get(sha256) ?? (await this.parse(version, file.path, sha256, signal));
    // Words about a fault may be another's next time.
    if (content.kind === 'JSON') this.documents.set(sha256, content);
    return content.kind === 'JSON'
      ? { ...content, path, since: new Date(version.createdMs).toISOString() }
      : { ...content, path };
  }

  private async parse(version: MlflowVersion, path: string, sha256: string, signal: AbortSignal): Promise<Content> {
    const fetched = await this.fetch(version, path, sha256, MAX_DOCUMENT_BYTES, signal);
    if (fetched.kind === 'REFUSED') return { kind: 'UNREADABLE', reason: fetched.reason };
    try {
      return { kind: 'JSON', json: parseStrictJson(fetched.bytes) };
    } catch (error) {
      if (error instanceof JsonRefused) return { kind: 'UNREADABLE', reason: error.message };
      throw error;
    }
  }

  private async fetch(
    version: MlflowVersion,
    path: string,
    sha256: string,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Fetched> {
    if (await this.store.has(sha256, signal)) {
      return { kind: 'BYTES', bytes: await readFile(this.store.locate(sha256), { signal }) };
    }
    const fetched = await this.client.artifact(version, path, maxBytes, signal).catch((error: unknown): Fetched => {
      signal.throwIfAborted();
      if (!isDomainError(error)) throw error;
      return { kind: 'REFUSED', reason: error.message };
    });
    if (fetched.kind === 'REFUSED') return fetched;
    if (sha256Of(fetched.bytes) !== sha256)
      return { kind: 'REFUSED', reason: 'its bytes have another SHA-256 than was published' };
    await this.store.put(sha256, fetched.bytes);
    return fetched;
  }

  private filesOf(version: MlflowVersion): VersionFiles {
    const digests = new Map<string, string>();
    return {
      place: version.source,
      locate: (path) => this.store.locate(digests.get(path) ?? 'not-fetched'),
      check: (artifact, signal) => {
        digests.set(artifact.path, artifact.sha256);
        return artifact.role === 'MODEL'
          ? this.checkSize(version, artifact, signal)
          : this.checkBytes(version, artifact, signal);
      },
    };
  }

  /** A model file is loaded by a model server and nobody here: its size is compared where the server tells it. */
  private async checkSize(
    version: MlflowVersion,
    { path, sizeBytes }: ModelArtifact,
    signal: AbortSignal,
  ): Promise<string | null> {
    const key = [version.name, version.version, version.source, path].join('\n');
    const known = this.sizes.get(key);
    const size = known === undefined ? await this.client.artifactSize(version, path, signal) : known;
    this.sizes.set(key, size);
    return size === null || size === sizeBytes ? null : 'the file has another size than the card says';
  }

  private async checkBytes(
    version: MlflowVersion,
    artifact: ModelArtifact,
    signal: AbortSignal,
  ): Promise<string | null> {
    const { path, sha256, sizeBytes } = artifact;
    if (sizeBytes > MAX_ARTIFACT_BYTES)
      return `the file is larger than the ${MAX_ARTIFACT_BYTES} bytes that are fetched`;
    if (await this.store.has(sha256, signal)) return null;
    const fetched = await this.fetch(version, path, sha256, MAX_ARTIFACT_BYTES, signal);
    return fetched.kind === 'REFUSED' ? fetched.reason : null;
  }
}

function unreadable(version: MlflowVersion, path: string, reason: string): ProposedDocument {
  return { kind: 'UNREADABLE', path: shownPath(version, path), reason };
}

function shownPath({ name, version }: MlflowVersion, path: string): string {
  return `${name}/${version}/${path}`;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

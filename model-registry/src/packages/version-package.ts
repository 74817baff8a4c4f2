import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { ArtifactInvalid, CardInvalid, CalibrationInvalid, Cancelled } from '#libs/errors';
import type { CalibrationRecord } from '../card/calibration-record.js';
import type { ModelArtifact, ModelCard } from '../card/model-card.js';
import { parseCalibrationRecord } from '../card/parse-calibration-record.js';
import { parseModelCard } from '../card/parse-model-card.js';
import { cardDigest, recordDigest } from '../digests.js';
import { ConfinedDirectory, FileRefused } from '../sources/confined-directory.js';
import type { ProposedDocument } from '../sources/registry-source.js';
import { hasExternalData } from './external-data.js';
import { VersionFolders } from '../sources/version-folders.js';

// Hashing 512 KiB takes about half a millisecond; between pieces the event loop is free.
const PIECE_BYTES = 512 * 1024;
const EXTERNAL = 'the model keeps tensors outside of its file, which no digest covers; export it as one file';

/** One version as somebody hands it in: documents that were judged, and files that are judged while they are read. */
export interface VersionPackage {
  readonly name: string;
  readonly version: string;
  readonly card: ModelCard;
  /** SHA-256 of the card's canonical JSON: the digest of the version. */
  readonly digest: string;
  /** Sorted by id. */
  readonly records: readonly PackagedRecord[];
  /** In the order of the card. */
  readonly files: readonly PackageFile[];
  /** Of all files, in bytes. */
  readonly sizeBytes: number;
}

export interface PackagedRecord {
  readonly record: CalibrationRecord;
  readonly digest: string;
}

/** An artifact of a package. */
export interface PackageFile extends ModelArtifact {
  /**
   * Its bytes in pieces of at most 512 KiB; a piece is good until the next one is asked for. Whoever reads to the end has read exactly what
   * the card says, whatever happens to the file meanwhile.
   * @throws ArtifactInvalid with the pointer of its line in the card, if size or SHA-256 are others, at the end at the latest
   * @throws Cancelled if the signal fires
   */
  read(signal: AbortSignal): AsyncGenerator<Uint8Array, void>;
}

/**
 * Reads a directory as the registry reads one that holds a version: `model-card.json`, `calibrations/*.json`, and the files that the card lists.
 * Documents are judged by the same rules; files are only looked at, and judged when they are read.
 * @throws CardInvalid, CalibrationInvalid with JSON pointers
 * @throws ArtifactInvalid for a file that is missing, of another size, reached by a link that leaves the directory, that has a second name, or with external data
 */
export async function openPackage(path: string): Promise<VersionPackage> {
  const directory = await ConfinedDirectory.open(path).catch(() => {
    throw new ArtifactInvalid('its directory cannot be listed');
  });
  const found = await new VersionFolders().documents(directory, '.');
  const card = parseModelCard(jsonOf(found.card, (problems) => new CardInvalid(problems)));
  const records = found.calibrations.map((document) => {
    const json = jsonOf(document, (problems) => new CalibrationInvalid(problems));
    const record = parseCalibrationRecord(json, card);
    return { record, digest: recordDigest(record) };
  });
  checkIds(records);
  for (const [i, artifact] of card.artifacts.entries()) await lookAtArtifact(directory, artifact, i);
  const files = card.artifacts.map((artifact, i): PackageFile => ({
    ...artifact,
    read: (signal) => readArtifact(directory, artifact, i, signal),
  }));
  const { name, version } = card.identity;
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  return { name, version, card, digest: cardDigest(card), records: records.sort(byId), files, sizeBytes };
}

/** Reads every file to its end. @throws ArtifactInvalid, Cancelled */
export async function verifyPackage(
  { files }: VersionPackage,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<void> {
  for (const file of files) for await (const piece of file.read(signal)) onBytes(piece.byteLength);
}

type Refuse = (problems: readonly { readonly pointer: string; readonly problem: string }[]) => Error;

function jsonOf(document: ProposedDocument, refuse: Refuse): unknown {
  if (document.kind === 'JSON') return document.json;
  throw refuse([{ pointer: '', problem: `must be a document that can be read: ${document.reason}` }]);
}

function checkIds(records: readonly PackagedRecord[]): void {
  const ids = records.map(({ record }) => record.id);
  if (new Set(ids).size === ids.length) return;
  throw new CalibrationInvalid([{ pointer: '/id', problem: 'must be the id of one record of the version only' }]);
}

async function* readArtifact(
  directory: ConfinedDirectory,
  artifact: ModelArtifact,
  index: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  const file = await openArtifact(directory, artifact, index);
  try {
    const hash = createHash('sha256');
    const buffer = new Uint8Array(Math.min(PIECE_BYTES, artifact.sizeBytes + 1));
    let position = 0;
    for (;;) {
      if (signal.aborted) throw new Cancelled({ cause: signal.reason });
      const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      if (position > artifact.sizeBytes) throw refusal(index, 'the file has another size than the card says');
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      yield piece;
    }
    if (position < artifact.sizeBytes) throw refusal(index, 'the file has another size than the card says');
    if (hash.digest('hex') !== artifact.sha256) throw refusal(index, 'the file has another SHA-256 than the card says');
  } finally {
    await file.close();
  }
}

async function lookAtArtifact(directory: ConfinedDirectory, artifact: ModelArtifact, index: number): Promise<void> {
  const file = await openArtifact(directory, artifact, index);
  try {
    const isOnnx = artifact.role === 'MODEL' && artifact.path.endsWith('.onnx');
    if (isOnnx && (await hasExternalData(file, artifact.sizeBytes))) throw refusal(index, EXTERNAL);
  } finally {
    await file.close();
  }
}

async function openArtifact(
  directory: ConfinedDirectory,
  { path, sizeBytes }: ModelArtifact,
  index: number,
): Promise<FileHandle> {
  const { file, stat } = await directory.openFile(path).catch((error: unknown) => {
    throw refusal(index, error instanceof FileRefused ? error.message : 'the file cannot be read');
  });
  // A second name may be outside of every folder that files may come from: nobody can tell.
  const isOwn = stat.nlink === 1n;
  if (isOwn && stat.size === BigInt(sizeBytes)) return file;
  await file.close();
  throw refusal(
    index,
    isOwn ? 'the file has another size than the card says' : 'the file has a second name (a hard link)',
  );
}

function refusal(index: number, reason: string): ArtifactInvalid {
  const pointer = `/artifacts/${index}`;
  return new ArtifactInvalid(`${reason}; it is ${pointer} of the card`, {}, { pointer, problem: reason });
}

function byId(a: PackagedRecord, b: PackagedRecord): number {
  return a.record.id < b.record.id ? -1 : 1;
}

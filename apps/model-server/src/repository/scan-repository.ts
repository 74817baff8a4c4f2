import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** A version directory that was found. `problem` says why it is not even tried; `file` is then not to be opened. */
export interface FoundVersion {
  readonly version: string;
  readonly file: string;
  readonly byteLength: number;
  /** Another one when the file was replaced or written to. */
  readonly fingerprint: string;
  /** When the file was last written to or moved, in milliseconds since 1970. */
  readonly writtenAt: number;
  readonly problem: string | null;
}

/** A model's directory. `problem` says why nothing of it can be served. */
export interface FoundModel {
  readonly name: string;
  /** The text of its config.pbtxt, or null where there is none. */
  readonly configText: string | null;
  readonly versions: readonly FoundVersion[];
  /** Versions that an earlier models directory has already. */
  readonly repeated: readonly string[];
  readonly problem: string | null;
}

const MODEL_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
// As in Triton: a version is a positive integer without leading zeros; other folders beside it are not versions.
const VERSION_NAME = /^[1-9][0-9]{0,8}$/;
const MAX_CONFIG_BYTES = 2 ** 18;

/** A models directory that cannot be read, with the system's code. */
export class UnreadableDirectory extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/**
 * Finds `<directory>/<model>/<version>/model.onnx` and `<directory>/<model>/config.pbtxt`. Symbolic links are reported and never followed;
 * files and other folders beside the versions (cards, calibrations) are left alone, and so are versions that consist of a card and no model
 * file.
 * @throws UnreadableDirectory
 */
export async function scanDirectory(directory: string): Promise<readonly FoundModel[]> {
  const root = await realpath(directory).catch((error: unknown) => refuse(error));
  const entries = await readdir(root, { withFileTypes: true }).catch((error: unknown) => refuse(error));
  const models: FoundModel[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || (!entry.isDirectory() && !entry.isSymbolicLink())) continue;
    models.push(await scanModel(join(root, entry.name), entry.name, entry.isSymbolicLink()));
  }
  return models;
}

/** Puts the directories' findings together. A version that an earlier directory has already is reported and not taken; so is a second config.pbtxt. */
export function mergeModels(directories: readonly (readonly FoundModel[])[]): ReadonlyMap<string, FoundModel> {
  const merged = new Map<string, FoundModel>();
  for (const model of directories.flat()) {
    const earlier = merged.get(model.name);
    merged.set(model.name, earlier === undefined ? model : joinModels(earlier, model));
  }
  return merged;
}

function joinModels(earlier: FoundModel, later: FoundModel): FoundModel {
  const known = new Set(earlier.versions.map(({ version }) => version));
  const fresh = later.versions.filter(({ version }) => !known.has(version));
  const repeated = later.versions.map(({ version }) => version).filter((version) => known.has(version));
  return {
    name: earlier.name,
    configText: earlier.configText ?? later.configText,
    versions: [...earlier.versions, ...fresh],
    repeated: [...earlier.repeated, ...repeated],
    problem: fresh.length > 0 ? null : earlier.problem,
  };
}

async function scanModel(folder: string, name: string, isLink: boolean): Promise<FoundModel> {
  const refused = (problem: string): FoundModel => ({ name, configText: null, versions: [], repeated: [], problem });
  if (isLink) return refused('the model directory is a symbolic link');
  if (!MODEL_NAME.test(name))
    return refused('the name has characters other than letters, digits, dot, hyphen and underscore');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return refused('the model directory cannot be read');
  const folders = entries.filter(
    (entry) => VERSION_NAME.test(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()),
  );
  const found = await Promise.all(
    folders.map((entry) => scanVersion(join(folder, entry.name), entry.name, entry.isSymbolicLink())),
  );
  const config = entries.find((entry) => entry.name === 'config.pbtxt');
  const configText = config === undefined ? null : await readConfigFile(join(folder, config.name));
  if (configText?.problem !== undefined) return refused(configText.problem);
  if (folders.length === 0) return refused('there is no version directory (1, 2, ...)');
  return { name, configText: configText?.text ?? null, versions: found.flat(), repeated: [], problem: null };
}

async function scanVersion(folder: string, version: string, isLink: boolean): Promise<readonly FoundVersion[]> {
  const file = join(folder, 'model.onnx');
  const none = { version, file, byteLength: 0, fingerprint: '', writtenAt: 0 };
  if (isLink) return [{ ...none, problem: 'the version directory is a symbolic link' }];
  if (await isComposition(folder)) return [];
  const stat = await lstat(file).catch(() => null);
  if (stat === null) return [{ ...none, problem: 'there is no file model.onnx' }];
  if (stat.isSymbolicLink()) return [{ ...none, problem: 'model.onnx is a symbolic link' }];
  if (!stat.isFile()) return [{ ...none, problem: 'model.onnx is not a file' }];
  const { ino, size, mtimeMs, ctimeMs } = stat;
  const fingerprint = [ino, size, mtimeMs].join(' ');
  return [{ version, file, byteLength: size, fingerprint, writtenAt: ctimeMs, problem: null }];
}

async function readConfigFile(file: string): Promise<{ readonly text?: string; readonly problem?: string }> {
  const stat = await lstat(file).catch(() => null);
  if (stat === null) return {};
  if (!stat.isFile()) return { problem: 'config.pbtxt is not a file' };
  if (stat.size > MAX_CONFIG_BYTES) return { problem: 'config.pbtxt is over 256 KiB' };
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? { problem: 'config.pbtxt cannot be read' } : { text };
}

/** An ensemble or alignment of a registry directory: its card names other versions, and there is nothing to run. */
async function isComposition(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.includes('model-card.json') && !names.some((name) => name.startsWith('model.'));
}

function refuse(error: unknown): never {
  throw new UnreadableDirectory(error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
}

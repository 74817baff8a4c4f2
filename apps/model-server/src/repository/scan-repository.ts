import { lstat, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidConfig } from '#libs/errors';

/** A version directory that was found. `problem` says why it is not even tried; `file` is then not to be opened. */
export interface FoundVersion {
  readonly model: string;
  readonly version: string;
  readonly file: string;
  readonly problem: string | null;
}

const MODEL_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
// As in Triton: a version is a positive integer without leading zeros; other folders beside it are not versions.
const VERSION_NAME = /^[1-9][0-9]{0,8}$/;

/**
 * Finds `<directory>/<model>/<version>/model.onnx`. Symbolic links are reported and never followed; files and other folders beside the
 * versions (cards, calibrations) are left alone, and so are versions that consist of a card and no model file. A version that an earlier directory has already is reported as a problem.
 * @throws InvalidConfig when a directory cannot be read
 */
export async function scanRepository(directories: readonly string[]): Promise<readonly FoundVersion[]> {
  const found = new Map<string, FoundVersion>();
  const repeated: FoundVersion[] = [];
  for (const directory of directories) {
    for (const version of await scanDirectory(directory)) {
      const key = `${version.model}/${version.version}`;
      if (found.has(key)) repeated.push({ ...version, problem: 'an earlier models directory has the same version' });
      else found.set(key, version);
    }
  }
  return [...found.values(), ...repeated];
}

async function scanDirectory(directory: string): Promise<readonly FoundVersion[]> {
  const root = await realpath(directory).catch((error: unknown) => {
    throw new InvalidConfig('--models', `names a directory that cannot be read (${reasonOf(error)})`);
  });
  const models = await readdir(root, { withFileTypes: true }).catch((error: unknown) => {
    throw new InvalidConfig('--models', `names a directory that cannot be read (${reasonOf(error)})`);
  });
  const versions: FoundVersion[] = [];
  for (const entry of models.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || (!entry.isDirectory() && !entry.isSymbolicLink())) continue;
    versions.push(...(await scanModel(join(root, entry.name), entry.name, entry.isSymbolicLink())));
  }
  return versions;
}

async function scanModel(folder: string, model: string, isLink: boolean): Promise<readonly FoundVersion[]> {
  const refused = (problem: string): readonly FoundVersion[] => [{ model, version: '', file: folder, problem }];
  if (isLink) return refused('the model directory is a symbolic link');
  if (!MODEL_NAME.test(model))
    return refused('the name has characters other than letters, digits, dot, hyphen and underscore');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return refused('the model directory cannot be read');
  const versions = entries.filter(
    (entry) => VERSION_NAME.test(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()),
  );
  if (versions.length === 0) return refused('there is no version directory (1, 2, ...)');
  const found = await Promise.all(
    versions.map(async (entry) => {
      const version = entry.name;
      const file = join(folder, version, 'model.onnx');
      if (entry.isSymbolicLink()) return { model, version, file, problem: 'the version directory is a symbolic link' };
      return (await isComposition(join(folder, version)))
        ? []
        : { model, version, file, problem: await checkFile(file) };
    }),
  );
  return found.flat();
}

/** An ensemble or alignment of a registry directory: its card names other versions, and there is nothing to run. */
async function isComposition(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.includes('model-card.json') && !names.some((name) => name.startsWith('model.'));
}

async function checkFile(file: string): Promise<string | null> {
  const stat = await lstat(file).catch(() => null);
  if (stat === null) return 'there is no file model.onnx';
  if (stat.isSymbolicLink()) return 'model.onnx is a symbolic link';
  return stat.isFile() ? null : 'model.onnx is not a file';
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { TesseraError, type TritonModelFieldsFragment } from '#libs/client';
import type { CliContext } from './cli-context.js';

type Version = TritonModelFieldsFragment;
type Artifact = Version['artifacts'][number];

/** A version that lies in the repository now, and where: as the configuration of a gateway places it. */
export interface Exported {
  readonly model: string;
  readonly as: { readonly name: string; readonly version: string };
}

/** A version that does not, and why. Without a code there was nothing to write. */
export interface NotExported {
  readonly model: string;
  readonly code: string | null;
  readonly reason: string;
}

export interface ExportResult {
  readonly exported: readonly Exported[];
  readonly notExported: readonly NotExported[];
}

const NO_FILE = 'it has no ONNX file of its own: its members run in its place';

/** The names of the versions' directories: one for a model whose versions are served alike, else one for each version. */
export function directoriesOf(versions: readonly Version[]): ReadonlyMap<Version, string> {
  const configs = new Map<string, Set<string | undefined>>();
  for (const { name, tritonModel } of versions) {
    configs.set(name, (configs.get(name) ?? new Set()).add(tritonModel?.config));
  }
  return new Map(
    versions.map((version) => {
      // A Triton model has one configuration for all its versions.
      const isAlone = (configs.get(version.name)?.size ?? 0) > 1;
      return [version, isAlone ? `${version.name}-v${version.version}` : version.name];
    }),
  );
}

/** Writes versions as a Triton model repository. What is there already, byte for byte, is not fetched again. */
export async function exportRepository(
  context: CliContext,
  directory: string,
  versions: readonly Version[],
): Promise<ExportResult> {
  const exported: Exported[] = [];
  const notExported: NotExported[] = versions
    .filter(({ tritonModel }) => tritonModel === null)
    .map(({ ref }) => ({ model: ref, code: null, reason: NO_FILE }));
  for (const [version, name] of directoriesOf(versions.filter(({ tritonModel }) => tritonModel !== null))) {
    context.signal.throwIfAborted();
    context.remark(`${version.ref} -> ${name}/${version.version}`);
    try {
      await exportVersion(context, join(directory, name), version);
      exported.push({ model: version.ref, as: { name, version: version.version } });
    } catch (error) {
      if (!(error instanceof TesseraError) || context.signal.aborted) throw error;
      notExported.push({ model: version.ref, code: error.code, reason: error.message });
    }
  }
  return { exported, notExported };
}

async function exportVersion(context: CliContext, directory: string, version: Version): Promise<void> {
  const { tritonModel, artifacts } = version;
  if (!tritonModel) return;
  const folder = join(directory, version.version);
  for (const artifact of artifacts) {
    const isModel = artifact.path === tritonModel.modelFile;
    // What else a model file may refer to lies beside it; cards, references and lists are the gateway's.
    if (!isModel && artifact.role !== 'OTHER' && artifact.role !== 'MODEL') continue;
    await fetchFile(context, artifact, inside(folder, isModel ? 'model.onnx' : artifact.path));
  }
  await mkdir(folder, { recursive: true });
  if (tritonModel.code !== null) await writeFile(join(folder, 'model.py'), tritonModel.code);
  // Last: a Triton that polls the repository takes up a directory that has its configuration.
  await writeFile(join(directory, 'config.pbtxt'), tritonModel.config);
}

/** Whatever a gateway says, nothing is written elsewhere. */
function inside(folder: string, path: string): string {
  const place = resolve(folder, path);
  if (place.startsWith(resolve(folder) + sep)) return place;
  throw new TesseraError({
    code: 'GATEWAY_BAD_ANSWER',
    message: 'A file of the version has a path that leads out of its directory.',
  });
}

async function fetchFile({ client, signal }: CliContext, artifact: Artifact, file: string): Promise<void> {
  if (await isThere(file, artifact)) return;
  await client.downloadFile(artifact.href, file, artifact, { signal });
}

async function isThere(file: string, { sizeBytes, sha256 }: Artifact): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (found?.size !== sizeBytes) return false;
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex') === sha256;
}

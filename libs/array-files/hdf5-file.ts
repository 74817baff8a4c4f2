import { fstatSync } from 'node:fs';
import { File, ready, type Dataset, type Group } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import { isSameFile, type OpenFile } from './open-file.js';

const ROOT_OBJECTS_LIMIT = 1_000;

/** The WebAssembly module of the HDF5 library. */
export type Hdf5Module = Awaited<typeof ready>;

/** An HDF5 file that has been found to hold its own data. */
export interface Hdf5File {
  readonly module: Hdf5Module;
  readonly root: Group;
  /** names of the objects at the root */
  readonly names: ReadonlySet<string>;
}

// Emscripten's file system in the way we use it; its own typing describes another version.
interface FileSystem {
  open(path: string, flags: number | string, mode?: number): { readonly nfd?: number };
  write(
    stream: { readonly nfd?: number; readonly fd: number },
    buffer: Uint8Array,
    offset: number,
    length: number,
    ...rest: readonly unknown[]
  ): number;
}

/**
 * Opens an HDF5 file in a library that can open no other file, then refuses links that lead out of the root or in circles.
 * May be called once in a thread. @throws ArtifactInvalid
 */
export async function openHdf5(file: OpenFile): Promise<Hdf5File> {
  const module = await ready;
  confine(module, file);
  const root = new File(file.path, 'r');
  if (root.file_id <= 0n) throw new ArtifactInvalid('the HDF5 library cannot open it; it is damaged or cut off');
  const names = module.get_names(root.file_id, '/', false);
  if (names.length > ROOT_OBJECTS_LIMIT)
    throw new ArtifactInvalid(`it has more than ${ROOT_OBJECTS_LIMIT} objects at its root`);
  for (const name of names) checkLink(module, root.file_id, name);
  return { module, root, names: new Set(names) };
}

/** A dataset at the root, by name. @throws ArtifactInvalid when the name is something else */
export function datasetOf({ root }: Hdf5File, name: string): Dataset {
  const entity = root.get(name);
  if (entity === null || !('metadata' in entity) || !('filters' in entity))
    throw new ArtifactInvalid('what should be its data is no dataset');
  return entity;
}

/**
 * External links, virtual datasets and external raw storage all make the library open another file by a name out of this one. Some are seen
 * beforehand and some not (the library does not tell of external storage), so the door itself is closed.
 */
function confine(module: Hdf5Module, file: OpenFile): void {
  const fs = fileSystemOf(module);
  const open = fs.open.bind(fs);
  fs.open = (path, flags, mode) => {
    if (path !== file.path) throw new ArtifactInvalid('it takes data from another file');
    const stream = open(path, flags, mode);
    if (stream.nfd === undefined || !isSameFile(file.stats, fstatSync(stream.nfd)))
      throw new ArtifactInvalid('it changed while it was read');
    return stream;
  };
  // Folders that would be searched for plug-ins, which are code.
  while (module.get_plugin_search_paths().length > 0) module.remove_plugin_search_path(0);
  // Only the error stack is ever written; it quotes the file.
  fs.write = (_stream, _buffer, _offset, length) => length;
}

function fileSystemOf(module: Hdf5Module): FileSystem {
  const fs: unknown = module.FS;
  if (!isFileSystem(fs)) throw new Error('h5wasm has no file system that can be confined.');
  return fs;
}

function isFileSystem(value: unknown): value is FileSystem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'open' in value &&
    typeof value.open === 'function' &&
    'write' in value
  );
}

function checkLink(module: Hdf5Module, fileId: bigint, name: string): void {
  const path = `/${name}`;
  if (module.get_symbolic_link(fileId, path) !== null) throw new ArtifactInvalid('it has a soft link at its root');
  if ('filename' in module.get_external_link(fileId, path))
    throw new ArtifactInvalid('it has an external link, which leads to another file');
  if (![module.H5G_GROUP, module.H5G_DATASET, module.H5G_TYPE].includes(module.get_type(fileId, path))) {
    throw new ArtifactInvalid('it has a link at its root that is not to a group or dataset');
  }
}

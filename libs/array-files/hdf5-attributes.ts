import type { Dataset, Group } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import type { Hdf5Module } from './hdf5-file.js';

const ATTRIBUTE_LIMIT_BYTES = 4_096;
const TEXT = /^[\x20-\x7e]{1,200}$/;

/** The attributes of one object that we know by name. Names and values of all others are never read. */
export interface AttributeReader {
  /** @throws ArtifactInvalid when it is there and not a finite number >= minimum */
  number(name: string, minimum?: number): number | undefined;
  /** @throws ArtifactInvalid when it is there and not 1 to 200 printable ASCII characters */
  text(name: string): string | undefined;
}

/** @param owner the root or a dataset of an open file */
export function attributesOf(module: Hdf5Module, owner: Group | Dataset): AttributeReader {
  const names = new Set(module.get_attribute_names(owner.file_id, owner.path));
  const read = (name: string): unknown => (names.has(name) ? readValue(module, owner, name) : undefined);
  return {
    number(name, minimum = Number.MIN_VALUE) {
      const value = read(name);
      if (value === undefined) return undefined;
      if (typeof value !== 'number' || !Number.isFinite(value) || value < minimum)
        throw wrongKind(name, 'a number in its range');
      return value;
    },
    text(name) {
      const value = read(name);
      if (value === undefined) return undefined;
      if (typeof value !== 'string' || !TEXT.test(value)) throw wrongKind(name, 'a short plain text');
      return value;
    },
  };
}

function readValue(module: Hdf5Module, owner: Group | Dataset, name: string): unknown {
  const { type, size, total_size: elements, shape } = module.get_attribute_metadata(owner.file_id, owner.path, name);
  const { H5T_INTEGER, H5T_FLOAT, H5T_STRING } = module.H5T_class_t;
  const isKnown = type === H5T_INTEGER.value || type === H5T_FLOAT.value || type === H5T_STRING.value;
  if (!isKnown || !shape || elements !== 1 || size > ATTRIBUTE_LIMIT_BYTES)
    throw wrongKind(name, 'a single number or text');
  const value = owner.get_attribute(name, true);
  return Array.isArray(value) ? value[0] : value;
}

// `name` is one of ours, never the file's.
function wrongKind(name: string, expected: string): ArtifactInvalid {
  return new ArtifactInvalid(`its attribute ${name} is not ${expected}`);
}

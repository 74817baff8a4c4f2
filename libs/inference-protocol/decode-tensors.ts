import { InvalidInferenceMessage } from '#libs/errors';
import { isDatatype, type Tensor } from './datatypes.js';
import { listBehind } from './json/lift-number-lists.js';
import { type NumberList } from './json/number-list.js';
import { tensorFromList } from './json/tensor-from-list.js';
import { tensorFromJson } from './json-tensor.js';
import { parseList, parseName, parseObject, parseParameters, requireUnique, type JsonObject } from './parse-fields.js';
import { parseShape } from './shape.js';
import { tensorFromBytes, type TensorHead } from './tensor-bytes.js';

/** More tensors than any model of ours has. */
const MAX_TENSORS = 1024;

/** What of a message is not in its parsed JSON. */
export interface TensorData {
  /** The lists of numbers that were taken out of the JSON. */
  readonly lists: readonly NumberList[];
  /** The bytes behind the JSON part, or null when the message is JSON alone. */
  readonly binary: Uint8Array | null;
}

/**
 * Decodes the `inputs` or `outputs` of a message. Binary tensors follow each other in the order of the list.
 * @param member `inputs` or `outputs`
 * @throws InvalidInferenceMessage
 */
export function decodeTensors(list: unknown, member: string, { lists, binary }: TensorData): readonly Tensor[] {
  const items = parseList(list, `\`${member}\``);
  if (items.length > MAX_TENSORS)
    throw new InvalidInferenceMessage(`\`${member}\` has more than ${MAX_TENSORS} tensors`);
  let at = 0;
  const tensors = items.map((item, i) => {
    const where = `${member}[${i}]`;
    const object = parseObject(item, where);
    const head = parseHead(object, where);
    const size = parseBinarySize(object, where);
    if (size === null) {
      const found = listBehind(object['data'], lists);
      return found ? tensorFromList(head, found, where) : tensorFromJson(head, object['data'], where);
    }
    const bytes = takeBytes(binary, at, size, where);
    at += size;
    return tensorFromBytes(head, bytes, where);
  });
  if (at !== (binary?.byteLength ?? 0)) throw new InvalidInferenceMessage('the body has bytes behind its last tensor');
  requireUnique(
    tensors.map((tensor) => tensor.name),
    `\`${member}\``,
  );
  return tensors;
}

function parseHead(object: JsonObject, where: string): TensorHead {
  const name = parseName(object['name'], `${where}.name`);
  const datatype = object['datatype'];
  if (!isDatatype(datatype)) throw new InvalidInferenceMessage(`${where}.datatype is not one that is spoken here`);
  return { name, datatype, shape: parseShape(object['shape'], where) };
}

function parseBinarySize(object: JsonObject, where: string): number | null {
  const size = parseParameters(object['parameters'], where)['binary_data_size'];
  if (size === undefined) return null;
  if (object['data'] !== undefined)
    throw new InvalidInferenceMessage(`${where} has both \`data\` and \`binary_data_size\``);
  if (typeof size === 'number' && Number.isSafeInteger(size) && size >= 0) return size;
  throw new InvalidInferenceMessage(`${where} has a \`binary_data_size\` that is not an integer of 0 or more`);
}

function takeBytes(binary: Uint8Array | null, at: number, size: number, where: string): Uint8Array {
  if (binary === null) throw new InvalidInferenceMessage(`${where} is binary, and the message has no header length`);
  if (size > binary.byteLength - at) throw new InvalidInferenceMessage(`${where} reaches beyond the end of the body`);
  return binary.subarray(at, at + size);
}

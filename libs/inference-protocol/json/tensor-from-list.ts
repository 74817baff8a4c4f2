import { InvalidInferenceMessage } from '#libs/errors';
import { type Tensor } from '../datatypes.js';
import { countElements } from '../shape.js';
import { tensorFromBytes, type TensorHead } from '../tensor-bytes.js';
import { type NumberList } from './number-list.js';

/**
 * The tensor whose elements were read as a list of numbers, flat or nested.
 * @param where names the tensor for the message, by position
 * @throws InvalidInferenceMessage
 */
export function tensorFromList(head: TensorHead, { datatype, data, lengths }: NumberList, where: string): Tensor {
  const { name, shape } = head;
  // Only a tensor that names its datatype twice gets here: its numbers were rounded to the first.
  if (head.datatype !== datatype) throw new InvalidInferenceMessage(`${where} has two datatypes`);
  if (lengths.length > 1 && (lengths.length !== shape.length || lengths.some((length, i) => length !== shape[i])))
    throw unlikeShape(where);
  if (BigInt(data.length) !== countElements(shape))
    throw new InvalidInferenceMessage(`${where} has another number of values than its shape`);
  return tensorFromBytes({ name, datatype, shape }, new Uint8Array(data.buffer, 0, data.byteLength), where);
}

/** @param where names the tensor for the message, by position */
export function unlikeShape(where: string): InvalidInferenceMessage {
  return new InvalidInferenceMessage(`${where} has data that are not nested like its shape`);
}

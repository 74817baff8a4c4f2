import { BadUserInput } from '#libs/errors';
import { isJsonObject, parseJson } from '#libs/inference-protocol';
import type { ServedModel } from './options.js';

/**
 * A model's path; names are encoded, so that none can change the path.
 * @throws BadUserInput
 */
export function pathOf({ name, version }: ServedModel): string {
  const model = `/v2/models/${encodeURIComponent(requireName(name, 'model'))}`;
  return version === null ? model : `${model}/versions/${encodeURIComponent(requireName(version, 'version'))}`;
}

/**
 * A name that can stand in a path and in a message: text, not empty, not one of the two words that mean another folder.
 * @throws BadUserInput
 */
export function requireName(name: unknown, argument: string): string {
  const isText = typeof name === 'string' && name !== '' && name.length <= 1024 && !/[\p{Surrogate}\p{Cc}]/u.test(name);
  if (isText && name !== '.' && name !== '..') return name;
  throw new BadUserInput(argument, 'must be 1 to 1024 characters of text, other than `.` and `..`');
}

/** Whether a health answer's body denies what its status says. Triton answers health calls with an empty body, KServe with `{"ready": false}`. */
export function saysNo(body: Uint8Array): boolean {
  if (body.byteLength === 0) return false;
  try {
    const answer = parseJson(body);
    return isJsonObject(answer) && (answer['ready'] === false || answer['live'] === false);
  } catch {
    return false;
  }
}

/** Some servers copy the id into reply headers: beyond this alphabet they fail or close the connection. */
export function requireSafeId(id: string | undefined): void {
  if (id !== undefined && (typeof id !== 'string' || !/^[A-Za-z0-9-]{1,64}$/.test(id)))
    throw new BadUserInput('id', 'must be 1 to 64 letters, digits or hyphens');
}

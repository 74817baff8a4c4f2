import { BadUserInput } from '#libs/errors';
import { isJsonObject, parseJson } from '#libs/inference-protocol';
import type { ServedModel } from './options.js';

/** A model's path; names are encoded, so that none can change the path. */
export function pathOf({ name, version }: ServedModel): string {
  const model = `/v2/models/${encodeURIComponent(name)}`;
  return version === null ? model : `${model}/versions/${encodeURIComponent(version)}`;
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
  if (id !== undefined && !/^[A-Za-z0-9-]{1,64}$/.test(id))
    throw new BadUserInput('id', 'must be 1 to 64 letters, digits or hyphens');
}

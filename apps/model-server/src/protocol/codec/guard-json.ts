import { InvalidInferenceMessage } from '#libs/errors';

const MAX_DEPTH = 64;
/** A tensor nested to its last dimension has one list for each row; nobody nests a million of them. */
const MAX_LISTS = 2 ** 20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Looks at the brackets of a JSON text before it is parsed: a few megabytes of them become gigabytes of empty lists.
 * @throws InvalidInferenceMessage
 */
export function guardJson(bytes: Uint8Array): void {
  let depth = 0;
  let lists = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if ((byte | 0x20) === 0x7d) depth -= 1;
    else if ((byte | 0x20) === 0x7b) {
      depth += 1;
      lists += 1;
      if (depth > MAX_DEPTH) throw new InvalidInferenceMessage(`the JSON part nests deeper than ${MAX_DEPTH} levels`);
      if (lists > MAX_LISTS) throw new InvalidInferenceMessage(`the JSON part has more than ${MAX_LISTS} lists`);
    }
  }
}

/** The index of the closing quote, or the end of the text where there is none. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at += 1;
  }
  return bytes.length;
}

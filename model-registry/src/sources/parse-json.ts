const MAX_NESTING = 64;
/** Names, texts and marks of punctuation. A large card has a thousand; hostile ones would keep the event loop busy. */
const MAX_TOKENS = 20_000;

/** Why a text was refused; words that may be shown. */
export class JsonRefused extends Error {}

/**
 * JSON as a digest needs it (I-JSON, RFC 7493): valid UTF-8 without a byte order mark, no member twice in one object (readers differ in
 * which of the two they see), at most 64 levels deep and 20,000 tokens long.
 * @throws JsonRefused with the reason, which never repeats the text
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  checkSize(text);
  const json = parse(text);
  checkMembers(text);
  return json;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonRefused('the file is not UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text.
    throw new JsonRefused('the file is not JSON');
  }
}

/** Before anything is built of the text, valid or not. */
function checkSize(text: string): void {
  let depth = 0;
  let tokens = 0;
  scan(text, (mark) => {
    tokens += 1;
    if (mark === '{' || mark === '[') depth += 1;
    if (mark === '}' || mark === ']') depth -= 1;
    if (depth > MAX_NESTING) throw new JsonRefused(`the file is nested more than ${MAX_NESTING} levels deep`);
    if (tokens > MAX_TOKENS) throw new JsonRefused(`the file has more than ${MAX_TOKENS} names, texts and marks`);
  });
}

/** Expects valid JSON. Each open object has the set of its names; an open array has null. */
function checkMembers(text: string): void {
  const open: (Set<string> | null)[] = [];
  let previous = '';
  scan(text, (mark, start, end) => {
    const names = open.at(-1);
    if (mark === '{' || mark === '[') open.push(mark === '{' ? new Set() : null);
    else if (mark === '}' || mark === ']') open.pop();
    else if (mark === '"' && names && (previous === '{' || previous === ',')) addName(names, text.slice(start, end));
    previous = mark;
  });
}

function addName(names: Set<string>, token: string): void {
  // Two spellings of one name are one name: "a" and "\u0061".
  const name = String(JSON.parse(token));
  if (names.has(name)) throw new JsonRefused('an object of the file has the same member twice');
  names.add(name);
}

/** Visits each mark of punctuation, and each text (open ones included) by its quotation mark. Every character is looked at once. */
function scan(text: string, visit: (mark: string, start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const mark = text.charAt(at);
    const end = mark === '"' ? endOfText(text, at) : at + 1;
    if ('"{}[]:,'.includes(mark)) visit(mark, at, end);
    at = end;
  }
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** A configuration that cannot be taken; `reason` says why and where, and repeats nothing of the text but names of the format. */
export class InvalidModelConfig extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** A value of the text format, with its line. A word is an enum value, `true` or `false`. */
export type TextValue =
  | { readonly kind: 'message'; readonly line: number; readonly fields: readonly TextField[] }
  | { readonly kind: 'string' | 'number' | 'word'; readonly line: number; readonly text: string };

/** One occurrence of a field; a list `[a, b]` stands as two occurrences. */
export interface TextField {
  readonly name: string;
  readonly line: number;
  readonly value: TextValue;
}

interface Token {
  readonly kind: 'string' | 'number' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly line: number;
}

const MAX_CHARACTERS = 2 ** 18;
const MAX_DEPTH = 32;
const TOKEN =
  /(?<space>[ \t\r\f\v]+|#[^\n]*)|(?<newline>\n)|(?<string>"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*')|(?<number>-?\s*(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fF]?)(?![A-Za-z0-9_.]))|(?<word>-?[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[{}<>[\]:,;])/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b', f: '\f', v: '\v' };

/**
 * Reads a message in the text format of Protocol Buffers (protobuf.dev, text format specification), without extensions and `Any`.
 * @throws InvalidModelConfig
 */
export function parseTextFormat(text: string): readonly TextField[] {
  if (text.length > MAX_CHARACTERS) throw new InvalidModelConfig('it is over 256 Ki characters');
  const reader = new TokenReader(tokenize(text));
  return readFields(reader, 'end', '', 0);
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (match?.groups === undefined) throw fault(line, 'it is not Protocol Buffers text');
    const { newline, string, number, word, sign } = match.groups;
    if (newline !== undefined) line += 1;
    else if (string !== undefined) tokens.push({ kind: 'string', text: unescape(string.slice(1, -1), line), line });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number.replace(/\s/g, ''), line });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, line });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, line });
  }
  return [...tokens, { kind: 'end', text: '', line }];
}

class TokenReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', line: 0 };
  }

  take(): Token {
    const token = this.next;
    this.at += 1;
    return token;
  }

  /** Takes a sign if it is the next token. */
  skip(text: string): boolean {
    const isNext = this.next.kind === 'sign' && this.next.text === text;
    if (isNext) this.at += 1;
    return isNext;
  }
}

function readFields(reader: TokenReader, end: 'end' | 'sign', close: string, depth: number): readonly TextField[] {
  const fields: TextField[] = [];
  for (;;) {
    const token = reader.take();
    if (token.kind === end && token.text === close) return fields;
    if (token.kind !== 'word' || token.text.startsWith('-')) throw fault(token.line, 'a field name is expected');
    const { text: name, line } = token;
    for (const value of readValues(reader, depth)) fields.push({ name, line, value });
    if (!reader.skip(',')) reader.skip(';');
  }
}

function readValues(reader: TokenReader, depth: number): readonly TextValue[] {
  const { line } = reader.next;
  const hasColon = reader.skip(':');
  const isOpened = reader.next.kind === 'sign' && ['{', '<', '['].includes(reader.next.text);
  if (!hasColon && !isOpened) throw fault(line, 'a colon is expected behind a field name');
  if (!reader.skip('[')) return [readValue(reader, depth)];
  const values: TextValue[] = [];
  if (reader.skip(']')) return values;
  do values.push(readValue(reader, depth));
  while (reader.skip(','));
  if (!reader.skip(']')) throw fault(reader.next.line, 'a list is not closed');
  return values;
}

function readValue(reader: TokenReader, depth: number): TextValue {
  if (depth >= MAX_DEPTH) throw fault(reader.next.line, 'it nests too deep');
  const token = reader.take();
  const { kind, line } = token;
  if (kind === 'sign' && (token.text === '{' || token.text === '<'))
    return { kind: 'message', line, fields: readFields(reader, 'sign', token.text === '{' ? '}' : '>', depth + 1) };
  if (kind === 'sign' || kind === 'end') throw fault(line, 'a value is expected');
  let { text } = token;
  // Strings that follow each other are one.
  while (kind === 'string' && reader.next.kind === 'string') text += reader.take().text;
  return { kind, line, text };
}

/** Escapes stand for bytes, and the bytes are UTF-8. */
function unescape(text: string, line: number): string {
  if (!text.includes('\\')) return text;
  const pieces = text.split(/(\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|.))/);
  const bytes = pieces.map((piece) =>
    piece.startsWith('\\') ? bytesOfEscape(piece.slice(1), line) : Buffer.from(piece),
  );
  return Buffer.concat(bytes).toString();
}

function bytesOfEscape(escape: string, line: number): Buffer {
  if (/^x./.test(escape)) return Buffer.of(parseInt(escape.slice(1), 16));
  if (/^u./.test(escape)) return Buffer.from(String.fromCharCode(parseInt(escape.slice(1), 16)));
  if (/^[0-7]/.test(escape)) return Buffer.of(parseInt(escape, 8) & 0xff);
  const plain = ESCAPES[escape] ?? (/["'\\?]/.test(escape) ? escape : undefined);
  if (plain === undefined) throw fault(line, 'a string has an escape that is none');
  return Buffer.from(plain);
}

function fault(line: number, what: string): InvalidModelConfig {
  return new InvalidModelConfig(`line ${line}: ${what}`);
}

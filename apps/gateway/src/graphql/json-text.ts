import { randomUUID } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';

/** Stands in the envelope where a text will be. Nobody outside of the process ever sees it, so no caller's text can hold it. */
const TOKEN = `json-text ${randomUUID()} `;

/** The texts of the answer that is being written; null between answers. */
let taken: string[] | null = null;

/** JSON that is written already, as of thousands of numbers: it goes into the answer as it is. */
export class JsonText {
  /** @param text valid JSON */
  constructor(readonly text: string) {}

  /** A place in the envelope, or the value itself where anybody else asks. */
  toJSON(): unknown {
    if (!taken) return JSON.parse(this.text);
    taken.push(this.text);
    return `${TOKEN}${taken.length - 1}`;
  }
}

/** The text of an answer, with every JsonText in its place. */
export function writeAnswer(result: FormattedExecutionResult): string {
  const texts: string[] = [];
  taken = texts;
  try {
    return splice(JSON.stringify(result), texts);
  } finally {
    taken = null;
  }
}

/** Texts are in the order of their places, for both come of one walk through the answer. */
function splice(envelope: string, texts: readonly string[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const [index, text] of texts.entries()) {
    const place = JSON.stringify(`${TOKEN}${index}`);
    const found = envelope.indexOf(place, position);
    if (found < 0) throw new Error('a text of the answer has lost its place');
    pieces.push(envelope.slice(position, found), text);
    position = found + place.length;
  }
  pieces.push(envelope.slice(position), '\n');
  return pieces.join('');
}

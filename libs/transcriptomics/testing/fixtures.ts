import { readFileSync } from 'node:fs';
import { GeneListInvalid } from '#libs/errors';

const FOLDER = new URL('../../../test/fixtures/transcriptomics/', import.meta.url);

/** The bytes of a fixture. */
export const fixture = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

/** What GSEApy and pandas read from the fixtures. */
interface Expected {
  readonly hallmark: {
    readonly sets: number;
    readonly memberships: number;
    readonly genes: number;
    readonly smallest: number;
    readonly largest: number;
    readonly sha256: string;
    readonly membersOf: Readonly<Record<string, readonly string[]>>;
    readonly sizeOf: Readonly<Record<string, number>>;
  };
  readonly demoPanel: ExpectedPanel;
  readonly sequoia: ExpectedPanel;
  readonly hgnc: { readonly rows: readonly Readonly<Record<string, unknown>>[] };
}

interface ExpectedPanel {
  readonly genes: number;
  readonly first: string;
  readonly last: string;
  readonly digest: string;
}

export const expected: Expected = JSON.parse(fixture('expected.json').toString());

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** The lines that a reader refuses, with what it says of each. */
export function refusedLines(read: () => unknown): readonly (readonly [number, string])[] {
  try {
    read();
  } catch (error) {
    if (error instanceof GeneListInvalid) return error.problems.map(({ line, problem }) => [line, problem]);
    throw error;
  }
  return [];
}

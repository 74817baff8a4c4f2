import { describe, expect, it } from 'vitest';
import { geneSetOfLine, GMT_LIMITS, parseGmt } from './gmt.js';
import { bytesOf, expected, fixture, refusedLines } from './testing/fixtures.js';

const options = { namespace: 'HGNC_AND_CLONES', argument: 'text' } as const;
const read = (text: string) => parseGmt(bytesOf(text), options);
const refusals = (text: string) => refusedLines(() => read(text));
const hallmark = fixture('h.all.v7.0.symbols.gmt');

describe('parseGmt', () => {
  it('counts in MSigDB Hallmark what GSEApy counts, and keeps the file as it is', () => {
    const { sets, memberships, genes, smallest, largest, sha256 } = expected.hallmark;
    const file = parseGmt(hallmark, options);
    expect(file).toMatchObject({
      setCount: sets,
      membershipCount: memberships,
      geneCount: genes,
      smallestSet: smallest,
      largestSet: largest,
      digest: sha256,
    });
    expect(Buffer.from(file.bytes).equals(hallmark)).toBe(true);
  });

  it('gives each set the members that GSEApy gives it, in the order of the file', () => {
    const lines = Buffer.from(parseGmt(hallmark, options).bytes).toString().trimEnd().split('\n');
    const sets = new Map(lines.map((line) => [geneSetOfLine(line).name, geneSetOfLine(line)]));
    expect(Object.fromEntries([...sets].map(([name, { genes }]) => [name, genes.length]))).toEqual(
      expected.hallmark.sizeOf,
    );
    for (const [name, members] of Object.entries(expected.hallmark.membersOf)) {
      expect(sets.get(name)?.genes).toEqual(members);
    }
  });

  it('reads the same from a copy with CR LF, a byte order mark and tabs at the ends', () => {
    const copy = `\ufeff${hallmark.toString().replaceAll('\n', '\t\t\r\n')}\r\n`;
    expect(read(copy).digest).toBe(expected.hallmark.sha256);
  });

  it('takes a set without a description', () => {
    expect(read('A\t\tALK\n')).toMatchObject({ setCount: 1, geneCount: 1 });
    expect(geneSetOfLine('A\t\tALK')).toEqual({ name: 'A', description: null, genes: ['ALK'] });
  });

  it.each([
    ['B\td\tALK\t7-Sep', 'at gene 2 holds a date'],
    ['B\td\tALK\tROS1\tALK', 'a gene twice, as its gene 3'],
    ['B\td\tALK\t\tROS1', 'an empty column between genes'],
    ['B\td\t\t\tROS1', 'an empty column between genes'],
    ['A\td\tROS1', 'the name of the set of line 1 again'],
    ['B\td', 'a set without genes'],
    ['B\td\t\t', 'a set without genes'],
    ['B', 'a set without genes'],
    ['', 'is empty'],
    ['B d ALK ROS1', 'no tabs'],
    ['\td\tALK', 'no set name'],
    ['B \td\tALK', 'spaces around it'],
    ['B\td\tALK,1.0', 'a weight after the gene'],
    ['B\td\t18S rRNA', 'at gene 1 has no gene symbol'],
    ['B\u202e\td\tALK', 'control or invisible characters'],
    ['B\td\ufffd\tALK', 'control or invisible characters'],
    [`${'B'.repeat(301)}\td\tALK`, 'a name over 300'],
  ])('refuses %j between good lines and says on which line and why', (bad, why) => {
    expect(refusals(`A\td\tEGFR\n${bad}\nC\td\tKRAS\n`)).toEqual([[2, expect.stringContaining(why)]]);
  });

  it('refuses a file without a set', () => {
    expect(refusals('\n')).toEqual([[1, expect.stringContaining('empty file')]]);
  });

  it('refuses more than the limits', () => {
    const genes = Array.from({ length: GMT_LIMITS.genesOfSet + 1 }, (_, index) => `G${index}`).join('\t');
    expect(() => read(`A\td\t${genes}\n`)).toThrow(/30001 genes in the set of line 1 and 30000 is the most/);
    const sets = Array.from({ length: GMT_LIMITS.sets + 1 }, (_, index) => `S${index}\td\tALK`).join('\n');
    expect(() => read(sets)).toThrow(expect.objectContaining({ code: 'PAYLOAD_TOO_LARGE', what: 'sets' }));
    expect(() => parseGmt(new Uint8Array(GMT_LIMITS.bytes + 1), options)).toThrow(
      expect.objectContaining({ what: 'bytes' }),
    );
  });
});

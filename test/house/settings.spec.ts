import { describe, expect, it } from 'vitest';
import { LIMITS } from '#gateway/config';
import { projectFiles, readText } from './tree.js';

// The ways in which this project reads a variable; a new way shows itself as a name that is used and not read.
const READS = [
  /\b(?:env|environment)\[['"](TESSERA_[A-Z_]+)['"]\]/g,
  /\w+\(environment, '(TESSERA_[A-Z_]+)'/g,
  /const [A-Z_]+_VARIABLE = '(TESSERA_[A-Z_]+)'/g,
];
// Between scripts/test.mjs and its reporter; not for people.
const INTERNAL = ['TESSERA_TEST_COUNTS'];
const NAME = /\bTESSERA_[A-Z]+(?:_[A-Z]+)*\b/g;

const files = projectFiles();
const sources = files.filter((file) => /\.(ts|mjs)$/.test(file) && !file.startsWith('test/house/')).map(readText);
const pages = files.filter((file) => /\.(md|ya?ml|env)$|Dockerfile$/.test(file) && file !== 'CHANGELOG.md');
const namesIn = (texts: readonly string[], pattern: RegExp): readonly string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([whole, name]) => name ?? whole));

const limits = Object.values(LIMITS).map(({ variable }) => variable);
const read = new Set([...READS.flatMap((pattern) => namesIn(sources, pattern)), ...limits]);
const documented = new Set(
  ['docs/configuration.md', 'docs/cli.md', 'CONTRIBUTING.md'].flatMap((page) => namesIn([readText(page)], NAME)),
);

describe('a variable TESSERA_*', () => {
  it('that a source reads is documented', () => {
    expect(read.size).toBeGreaterThan(30);
    expect([...read].filter((name) => !documented.has(name) && !INTERNAL.includes(name))).toEqual([]);
  });

  it('that a page names is read', () => {
    const named = new Set(namesIn(pages.map(readText), NAME));
    expect([...named].filter((name) => !read.has(name))).toEqual([]);
  });

  it('that a source names is read', () => {
    const named = new Set(namesIn(sources, NAME));
    expect([...named].filter((name) => !read.has(name))).toEqual([]);
  });

  it('between our own scripts is set by one and read by another', () => {
    const setters = namesIn(sources, /\b(TESSERA_[A-Z_]+):/g);
    expect(INTERNAL.filter((name) => !(setters.includes(name) && read.has(name)))).toEqual([]);
  });
});

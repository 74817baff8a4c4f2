import { describe, expect, it } from 'vitest';
import { projectFiles, readText } from './tree.js';

const FOLDER = 'docs/decisions/';
const names = projectFiles()
  .filter((file) => file.startsWith(FOLDER))
  .map((file) => file.slice(FOLDER.length));
const decisions = names.filter((name) => /^\d/.test(name));

describe('docs/decisions', () => {
  it('are numbered from 0001 without gaps', () => {
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.map((name) => name.slice(0, 5))).toEqual(
      decisions.map((_, index) => `${String(index + 1).padStart(4, '0')}-`),
    );
  });

  it('are all in the list of the README, by their titles', () => {
    const list = [...readText(`${FOLDER}README.md`).matchAll(/^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$/gm)];
    const titles = decisions.map((name) => [name, /^# \d{4}: (.+)$/m.exec(readText(FOLDER + name))?.[1]]);
    expect(list.map(([, , name, title]) => [name, title])).toEqual(titles);
  });

  it.each(decisions)('%s has a title of its number, then context, choice and consequence', (name) => {
    const text = readText(FOLDER + name);
    expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)}: .+\n`));
    const parts = [...text.matchAll(/^\*\*([A-Z]\w+)\.\*\* (?=\S)/gm)].map(([, part]) => part);
    expect(parts).toEqual(['Context', 'Choice', 'Consequence']);
  });
});

import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersIn, projectFiles, readText, ROOT } from './tree.js';

const files = projectFiles();
const pages = files.filter((file) => file.endsWith('.md'));
const folders = new Set(files.flatMap((file) => ancestors(file)));

function ancestors(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

const withoutCode = (text: string): string => text.replace(/^(```|~~~).*?^\1/gms, '').replace(/`[^`\n]*`/g, '');

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): readonly string[] {
  const headings = readText(page)
    .replace(/^```.*?^```/gms, '')
    .matchAll(/^#{1,6} +(.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

/** `page -> target` of every link of a page that leads nowhere in the project. */
function brokenLinks(page: string): readonly string[] {
  const text = withoutCode(readText(page));
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const references = [...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  return [...inline, ...references].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    return leadsSomewhere(page, target) ? [] : [`${page} -> ${target}`];
  });
}

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path)).replace(/\/$/, '');
  if (!files.includes(file) && !folders.has(file)) return false;
  return anchor === undefined || (file.endsWith('.md') && anchorsOf(file).includes(anchor));
}

describe('a link', () => {
  it('of any page leads to a file, a folder or a heading of the project', () => {
    expect(pages).toContain('README.md');
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  it('of the README reaches every page of docs', () => {
    const readme = readText('README.md');
    const inDocs = pages.filter((page) => /^docs\/[^/]+\.md$/.test(page));
    expect(inDocs.filter((page) => !readme.includes(`](${page})`))).toEqual([]);
  });
});

describe('a path in a page', () => {
  // `libs/errors/codes.ts`, or `pipeline/task.ts` of the gateway; a pattern or a placeholder is none.
  const rooms = [...foldersIn('.'), ...foldersIn('apps/gateway/src')].join('|');
  const PATH = new RegExp(`\`((?:${rooms})/[\\w./-]*)\``, 'g');
  const OF_OTHERS = ['test/test-suite/images/']; // of libvips
  const isThere = (page: string, path: string): boolean =>
    ['', dirname(page), 'apps/gateway/src'].some((base) => existsSync(join(ROOT, base, path)));

  it('is there', () => {
    const named = pages.flatMap((page) => [...readText(page).matchAll(PATH)].map(([, path = '']) => ({ page, path })));
    expect(named.map(({ path }) => path)).toContain('pipeline/task.ts');
    expect(named.filter(({ page, path }) => !isThere(page, path) && !OF_OTHERS.includes(path))).toEqual([]);
  });

  it('of an npm script is a script', () => {
    const { scripts } = JSON.parse(readText('package.json'));
    const named = pages.flatMap((page) =>
      [...readText(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

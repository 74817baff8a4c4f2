import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, readText, ROOT } from './tree.js';

const FOLDER = 'demo/slides/';
const files = projectFiles();
const beside = files.filter((file) => file.startsWith(FOLDER)).map((file) => file.slice(FOLDER.length));
const slides = beside.filter((file) => /\.(svs|tiff?)$/.test(file));
const page = readText(`${FOLDER}README.md`);
const notice = readText('NOTICE');

describe('the slides that ship', () => {
  it('are the two of the demonstration', () => {
    expect(slides).toEqual(['C6.tiff', 'CMU-1-Small-Region.svs']);
  });

  it('lie beside a page that names every file', () => {
    expect(beside.filter((file) => file !== 'README.md' && !page.includes(file))).toEqual([]);
  });

  it.each(slides)('%s: page and NOTICE say its bytes, its digest, its source and its licence', (slide) => {
    const bytes = readFileSync(join(ROOT, FOLDER, slide));
    expect(page.replaceAll(',', '')).toMatch(new RegExp(`\\b${bytes.length}\\b`));
    expect(page).toContain(createHash('sha256').update(bytes).digest('hex'));
    const [entry = ''] = notice.split(/\n(?=\d+\. )/).filter((text) => text.includes(FOLDER + slide));
    expect(entry).toMatch(/CC0-1\.0|Creative Commons Attribution 4\.0/);
    expect(entry).toMatch(/https:\/\//);
    expect(page).toMatch(entry.includes('CC0') ? /CC0-1\.0/ : /CC BY 4\.0 \(https/);
  });
});

describe('slides and models together', () => {
  it('are under 45 MB', () => {
    const shipped = files.filter((file) => file.startsWith(FOLDER) || file.startsWith('model-registry/models/'));
    const bytes = shipped.reduce((sum, file) => sum + statSync(join(ROOT, file)).size, 0);
    expect(bytes).toBeGreaterThan(10e6);
    expect(bytes).toBeLessThan(45e6);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, readJson, ROOT } from './tree.js';

/** `file:line: text` of every line of the project's texts that a pattern matches. */
function linesWith(pattern: RegExp): readonly string[] {
  return texts.flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.slice(0, 120)}`] : [])),
  );
}

const contents = projectFiles().map((file) => [file, readFileSync(join(ROOT, file))] as const);
const texts = contents
  .filter(([, bytes]) => !bytes.includes(0))
  .map(([file, bytes]) => [file, bytes.toString('utf8')] as const);
const FOLDER_OF_A_MACHINE = /(?<![\w.~-])\/(?:home\/[a-z]|Users\/[A-Za-z]|root\/|work\/)/;

describe('the texts of the project', () => {
  it('are found', () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.map(([file]) => file)).toContain('.ci/run');
  });

  it('name no folder of the machine that somebody wrote them on', () => {
    expect(linesWith(FOLDER_OF_A_MACHINE)).toEqual([]);
  });

  // An exporter may leave the paths of its own sources in a graph.
  it('and neither does a model or another binary file', () => {
    const binaries = contents.filter(([, bytes]) => bytes.includes(0));
    expect(binaries.map(([file]) => file)).toContain('model-registry/models/demo-lite0/1/model.onnx');
    const named = binaries.filter(([, bytes]) => FOLDER_OF_A_MACHINE.test(bytes.toString('latin1')));
    expect(named.map(([file]) => file)).toEqual([]);
  });

  it('hold no marks of a merge', () => {
    expect(linesWith(/^(?:<{7}|\|{7}|>{7})(?: |$)|^={7}$/)).toEqual([]);
  });

  it('leave the package index to whoever installs', () => {
    const settings = texts.filter(([file]) =>
      /(^|\/)(\.npmrc|requirements[^/]*\.txt|pip\.conf|\.yarnrc.*)$/.test(file),
    );
    expect(settings.map(([file]) => file)).toContain('.npmrc');
    expect(settings.filter(([, text]) => /registry *=|index-url|find-links|trusted-host/.test(text))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('leaves the host of a package to whoever installs it', () => {
    const packages = Object.entries<{ resolved?: string; integrity?: string; link?: boolean }>(
      readJson('package-lock.json').packages,
    ).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });
});

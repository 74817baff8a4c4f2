import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersIn, projectFiles, readText, ROOT } from './tree.js';

const MOST_LINES = 200;

// Files that are longer, with the most they may have, and why. Whoever makes one shorter takes it off.
const LONGER: Readonly<Record<string, number>> = {
  // One store or one process, opened once, asked everything: splitting the file would start it twice.
  'test/store/services.e2e-spec.ts': 350,
  'test/store/jobs.e2e-spec.ts': 325,
  'test/store/database.e2e-spec.ts': 250,
  'test/gateway/refusals.e2e-spec.ts': 250,
  'test/gateway/registry-register.e2e-spec.ts': 325,
  'test/gateway/from-pixels.e2e-spec.ts': 250,
  'test/gateway/registry-through.e2e-spec.ts': 300,
  'test/gateway/registry-register-through.e2e-spec.ts': 300,
  'test/gateway/alignment-pairs.e2e-spec.ts': 350,
  'test/gateway/index-renewal.e2e-spec.ts': 325,
  'test/gateway/downloads.e2e-spec.ts': 225,
  'test/gateway/compare-expression.e2e-spec.ts': 225,
  'test/gateway/imports.e2e-spec.ts': 225,
  'test/gateway/slide-encoders.e2e-spec.ts': 250,
  'test/model-server/process.e2e-spec.ts': 225,
  'test/peers/publish.e2e-spec.ts': 225,
  'test/peers/written-registry.e2e-spec.ts': 250,
  'test/peers/tritonclient_calls.py': 250,
  // Tables of cases.
  'test/fixtures/comparison/make_expected.py': 225,
  'model-registry/src/card/parse-model-card.spec.ts': 275,
  'libs/inference-protocol/message.spec.ts': 250,
  'libs/inference-client/grpc.spec.ts': 275,
  'libs/inference-client/hostile-tensors.spec.ts': 225,
  // Whole documents: cards and records are long.
  'model-registry/src/testing/sample-cards.ts': 225,
  'model-registry/exporters/demo/cards.py': 250,
  'model-registry/exporters/demo/card_dense.py': 250,
  'model-registry/exporters/demo/card_expression.py': 225,
  // Recipes that are read from top to bottom beside the paper.
  'model-registry/exporters/demo/expression.py': 250,
  'model-registry/exporters/demo/alignment.py': 225,
  'test/fixtures/features/make_fixtures.py': 225,
};

const files = projectFiles();
const sources = files.filter((file) => /\.(ts|mjs|py)$/.test(file) && !file.startsWith('graphql/generated/'));
const linesOf = (file: string): number => readText(file).replace(/\n$/, '').split('\n').length;

describe('a source file', () => {
  it('has at most 200 lines, or a reason and a limit of its own', () => {
    expect(sources.length).toBeGreaterThan(400);
    const tooLong = sources.filter((file) => linesOf(file) > (LONGER[file] ?? MOST_LINES));
    expect(tooLong.map((file) => `${file}: ${linesOf(file)}`)).toEqual([]);
  });

  it('of the list of longer ones is there and is longer', () => {
    expect(Object.keys(LONGER).filter((file) => !files.includes(file) || linesOf(file) <= MOST_LINES)).toEqual([]);
  });

  it('that ships is never longer', () => {
    const shipped = Object.keys(LONGER).filter((file) => /^(apps|libs|model-registry|migrations)\/.*\.ts$/.test(file));
    expect(shipped.filter((file) => !/\.spec\.ts$|\/testing\//.test(file))).toEqual([]);
  });
});

describe('what is empty', () => {
  it('is no folder that people see', () => {
    const folders = [...new Set(files.map(dirname))];
    const inside = folders.flatMap((folder) => foldersIn(folder).map((name) => join(folder, name)));
    expect(inside.length).toBeGreaterThan(50);
    expect(inside.filter((folder) => readdirSync(join(ROOT, folder)).length === 0)).toEqual([]);
  });

  it('is no file but the markers of Python packages and fixtures', () => {
    const empty = files.filter((file) => statSync(join(ROOT, file)).size === 0);
    expect(empty.filter((file) => !file.endsWith('/__init__.py') && !file.startsWith('test/fixtures/'))).toEqual([]);
  });
});

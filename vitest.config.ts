import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { root, sourceAliases } from './scripts/source-aliases.mjs';

// Vite would pick graphql's ESM file while Nest and Apollo load its CommonJS one; two copies break `instanceof GraphQLError`.
const graphql = { find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` };

// Node cannot run a TypeScript worker: in tests a worker's URL points at its compiled file.
const workersFromDist: Plugin = {
  name: 'workers-from-dist',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.ts') || !code.includes('.worker.js')) return null;
    const dist = new URL(`dist/${id.slice(root.length)}`, pathToFileURL(root)).href;
    return {
      code: code.replace(
        /new URL\((['"][^'"]+\.worker\.js['"]), import\.meta\.url\)/g,
        `new URL($1, ${JSON.stringify(dist)})`,
      ),
      map: null,
    };
  },
};

const PEERS = 'test/peers/**/*.e2e-spec.ts';
const shared = { plugins: [workersFromDist], resolve: { alias: [...sourceAliases, graphql] } };

export default defineConfig({
  test: {
    reporters: ['default', './scripts/closing-line.reporter.mjs'],
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{apps,libs,model-registry,migrations,scripts,test}/**/*.spec.ts'],
          isolate: false,
          testTimeout: 15_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e-spec.ts'],
          exclude: [PEERS],
          globalSetup: ['test/support/e2e.global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two cores: one file at a time keeps whole processes from starving each other.
          fileParallelism: false,
        },
      },
      {
        ...shared,
        test: {
          // Servers and clients of others, in Python: much of the time they are waited for, so `npm test` runs these beside the rest.
          name: 'peers',
          include: [PEERS],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

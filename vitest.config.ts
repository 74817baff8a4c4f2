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

const PROCESSES = 'test/{process,cli,model-server}/**/*.e2e-spec.ts';
const STORES = 'test/store/**/*.e2e-spec.ts';
const PEERS = 'test/peers/**/*.e2e-spec.ts';
const shared = { plugins: [workersFromDist], resolve: { alias: [...sourceAliases, graphql] } };
const patient = { expect: { poll: { timeout: 15_000 } } };
// Whole processes: one file at a time, in one process that loads the project's modules once. `npm test` runs these projects side by side.
const wholeProcesses = {
  ...patient,
  globalSetup: ['test/support/e2e.global-setup.ts'],
  isolate: false,
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    reporters: ['default', './scripts/closing-line.reporter.mjs'],
    projects: [
      {
        ...shared,
        test: {
          ...patient,
          name: 'unit',
          include: ['{apps,libs,model-registry,migrations,scripts,test}/**/*.spec.ts'],
          isolate: false,
          // Other lanes run beside these, on two cores.
          testTimeout: 60_000,
        },
      },
      // Gateways in the test's own process, and whatever stands in a folder that has no lane of its own.
      {
        ...shared,
        test: {
          ...wholeProcesses,
          name: 'e2e',
          include: ['test/**/*.e2e-spec.ts'],
          exclude: [PROCESSES, STORES, PEERS],
        },
      },
      // Processes that are started, watched and killed: much of the time they are waited for.
      { ...shared, test: { ...wholeProcesses, name: 'processes', include: [PROCESSES] } },
      // The store, opened, written and killed.
      { ...shared, test: { ...wholeProcesses, name: 'stores', include: [STORES] } },
      // Servers and clients of others, in Python.
      { ...shared, test: { ...wholeProcesses, name: 'peers', include: [PEERS] } },
    ],
  },
});

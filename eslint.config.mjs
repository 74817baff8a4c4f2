// Formatting is Prettier's; this file holds who may import whom (docs/architecture.md) and the few rules of style that a machine can check.
import { existsSync, readdirSync } from 'node:fs';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { root } from './scripts/source-aliases.mjs';
import { stayInRoom } from './scripts/stay-in-room.mjs';

const roomsIn = (folder) =>
  readdirSync(root + folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
const GATEWAY_ROOM_NAMES = roomsIn('apps/gateway/src');
const SPECS = ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/testing/**', '**/spec-support/**'];

const only = (regex, message) => ({ regex, message });
const NO_NEST = only('^@nestjs/', 'Nest belongs to apps/gateway.');

const LIB = [only('^#(?!libs/errors$)', 'A lib imports only #libs/errors.'), NO_NEST];
const WRITES_NUMBERS = [only('^#(?!libs/(errors|number-text)$)', 'Only errors and number-text.'), NO_NEST];
const COMPARISON = [only('^#(?!libs/(errors|statistics|tables)$)', 'Only errors, statistics and tables.'), NO_NEST];
const ALIGNMENT = [only('^#(?!libs/(errors|statistics)$)', 'Only errors and statistics.'), NO_NEST];
const PROTOCOL = [only('^#(?!libs/(errors|inference-protocol)$)', 'Only errors and inference-protocol.'), NO_NEST];

/** Rooms outside the gateway: [files, what they may not import]. */
const ROOMS = [
  ...['*', 'array-files', 'database', 'mlflow-client', 'slides', 'vector-search'].map((lib) => [`libs/${lib}/**`, LIB]),
  ['libs/errors/**', [only('^[^.]', 'libs/errors imports nothing.')]],
  ['libs/inference-protocol/**', WRITES_NUMBERS],
  ['libs/comparison/**', COMPARISON],
  ['libs/alignment/**', ALIGNMENT],
  ['libs/inference-client/**', PROTOCOL],
  ['libs/client/**', [only('^#(?!graphql/generated/)', 'libs/client imports only graphql/generated.'), NO_NEST]],
  ['model-registry/**', [only('^#(?!libs/)', 'The registry imports only libs.'), NO_NEST]],
  ['migrations/**', [only('^(?!typeorm$|\\.)', 'A migration imports only typeorm.')]],
  ...['', 'src/protocol/', 'src/sessions/', 'src/statistics/'].map((room) => [`apps/model-server/${room}**`, PROTOCOL]),
  ['apps/cli/**', [only('^#(?!libs/client$)', 'The CLI is a client: only #libs/client.'), NO_NEST]],
];

const GATEWAY = [
  only('^#libs/client$', 'The gateway is not its own client.'),
  only('^#(cli|test)(/|$)|^#gateway$|^#gateway/testing$', 'For specs, benchmarks and scripts only.'),
];
const noneOf = (rooms, message) => only(`^#gateway/(${rooms.join('|')})(/|$)`, message);
const ROADS = ['queries', 'pipeline', 'ingest', 'downloads'];
const TWO_ROADS = noneOf(['ingest'], 'The two roads meet in the feature store only.');

/** Rooms of the gateway. Data flows one way: queries and downloads, then the roads, then routing and the stores. */
const GATEWAY_ROOMS = {
  config: [only('^#gateway/', 'Settings are read before there is a room.')],
  queries: [noneOf(['downloads'], 'A query knows no files.')],
  webhooks: [noneOf(ROADS, 'A webhook is a hint to the registry and nothing more.')],
  downloads: [],
  pipeline: [noneOf(['queries', 'downloads'], 'decode is passed in.'), TWO_ROADS],
  ingest: [noneOf(['queries', 'downloads', 'pipeline'], 'The two roads meet in the feature store only.')],
  cohorts: [noneOf(['queries', 'downloads'], 'decode is passed in.'), TWO_ROADS],
  'spatial-maps': [noneOf(['queries', 'downloads'], 'A map knows neither schema nor files.'), TWO_ROADS],
  embeddings: [noneOf(['queries', 'downloads'], 'decode is passed in.'), TWO_ROADS],
  ...Object.fromEntries(
    [
      'access',
      'alignment',
      'allowed-paths',
      'answer-store',
      'audit',
      'blob-store',
      'digest-pins',
      'expression-matrices',
      'feature-store',
      'gene-catalog',
      'graphql',
      'http',
      'jobs',
      'licences',
      'logging',
      'registration',
      'registry-journal',
      'routing',
      'shared-state',
      'slide-catalog',
      'uploads',
      'targets',
    ].map((room) => [room, [noneOf(ROADS, 'This room is below the roads.')]]),
  ),
};

const gateway = (room) => `apps/gateway/src/${room}/**`;
const GATEWAY_ROOT = 'apps/gateway/src/*.ts';

/** Rooms that keep rows in the store. */
const WITH_ROWS =
  'answer-store cohorts digest-pins embeddings expression-matrices feature-store gene-catalog jobs licences registry-journal slide-catalog spatial-maps'.split(
    ' ',
  );

/** One vendor, one room: [packages, the files that may import them]. */
const VENDORS = [
  [['@apollo/server', '@apollo/server/*', '@nestjs/apollo', '@as-integrations/*'], [gateway('graphql')]],
  [['@nestjs/graphql'], [gateway('graphql'), gateway('queries'), gateway('access')]],
  [['onnxruntime-node'], ['apps/model-server/src/sessions/**', 'libs/vector-search/**']],
  [['undici'], ['libs/inference-client/**']],
  [['@grpc/grpc-js'], ['libs/inference-client/**', 'apps/model-server/src/protocol/**']],
  [['@grpc/proto-loader'], ['libs/inference-protocol/**']],
  [['axios'], ['libs/mlflow-client/**']],
  [
    ['typeorm', 'typeorm/*'],
    ['libs/database/**', 'migrations/**', GATEWAY_ROOT, ...WITH_ROWS.map(gateway)],
  ],
  [['@electric-sql/*', 'pg'], ['libs/database/**']],
  [['sharp'], ['libs/slides/**']],
  [['apache-arrow', 'h5wasm', 'h5wasm/*', 'hyparquet*'], ['libs/array-files/**']],
  [['commander'], ['apps/cli/**']],
  [['prom-client'], [gateway('http'), 'apps/model-server/src/statistics/**']],
  [['pino'], [gateway('logging')]],
  [['ioredis', 'rate-limiter-flexible'], [gateway('shared-state')]],
];

const restrict = ([files, patterns]) => {
  const foreign = VENDORS.filter(([, homes]) => !homes.includes(files)).map(([group]) => ({
    group,
    message: 'This package has one room: see docs/architecture.md.',
  }));
  return {
    files: [files],
    ignores: SPECS,
    rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, ...foreign] }] },
  };
};

// package.json sends `#` names to dist; a circle is looked for in the sources, so each door is named here.
function doors() {
  const named = {
    '#model-registry$': 'model-registry/index.ts',
    '#migrations$': 'migrations/index.ts',
    ...Object.fromEntries(roomsIn('libs').map((lib) => [`#libs/${lib}$`, `libs/${lib}/index.ts`])),
    ...Object.fromEntries(GATEWAY_ROOM_NAMES.map((room) => [`#gateway/${room}$`, `apps/gateway/src/${room}/index.ts`])),
  };
  const present = Object.entries(named).filter(([, file]) => existsSync(root + file));
  return Object.fromEntries(present.map(([name, file]) => [name, [root + file]]));
}

const syntax = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));
const PROCESS_ENV = syntax(
  'process.env appears in one *.config.ts per app.',
  "MemberExpression[object.name='process'][property.name='env']",
  "MemberExpression[object.name='process'][property.value='env']",
  "VariableDeclarator[init.name='process']",
  '[source.value=/^(node:)?process$/]',
);
const SYNTAX = [
  ...syntax('A circle: move the shared fact down.', "CallExpression[callee.name='forwardRef']"),
  // The import rules read declarations only: what is not one of them may not leave the room either.
  ...syntax('Load a file of this room, by a literal path.', 'ImportExpression:not([source.value=/^\\.\\.?\\//])'),
  ...syntax('Write `import type`.', 'TSImportType'),
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'graphql/generated/**', 'demo-output/**', 'data/**', '**/.venv/**'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: {
      'import-x': importX,
      '@typescript-eslint': tseslint.plugin,
      house: { rules: { 'stay-in-room': stayInRoom } },
    },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.js'], extensionAlias: { '.js': ['.ts', '.js'] }, alias: doors() }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/ignore': ['node_modules'],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'house/stay-in-room': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-depth': ['error', 3],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...PROCESS_ENV, ...SYNTAX],
    },
  },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': ['error', ...SYNTAX] } },
  { files: ['vitest.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['test/**', 'bench/**', ...SPECS],
    rules: {
      'no-restricted-syntax': 'off',
      'no-console': 'off',
    },
  },
  ...ROOMS.map(restrict),
  restrict([GATEWAY_ROOT, GATEWAY]),
  ...Object.entries(GATEWAY_ROOMS).map(([room, patterns]) => restrict([gateway(room), [...GATEWAY, ...patterns]])),
);

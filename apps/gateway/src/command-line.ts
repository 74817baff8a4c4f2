const SETTINGS = `It takes no arguments: settings are environment variables TESSERA_* and the file that TESSERA_CONFIG names.
docs/configuration.md has them all; the ones needed most:

  TESSERA_PORT=4000                   port to listen on
  TESSERA_DATA_DIR=./data             embedded database, blobs, lock
  TESSERA_SLIDE_ROOTS=/data/slides    folders that slides may lie in, ':' between
  TESSERA_MODEL_DIRS=DIR              model registry directories, ':' between
  TESSERA_MODEL_ROOTS=DIR             folders that versions are registered from, ':' between
  TESSERA_DATABASE_URL=postgres://... PostgreSQL with pgvector in place of the embedded database
`;

const USAGE = {
  start: `npm start: the gateway, its job runner and the embedded model server, until it is stopped (Ctrl-C).\n\n${SETTINGS}
Example:
  TESSERA_SLIDE_ROOTS=demo/slides npm start
  curl -H 'content-type: application/json' -d '{"query":"{ viewer { id roles } }"}' http://127.0.0.1:4000/graphql
`,
  migrate: `npm run migrate: opens the store, runs the migrations that are missing, and ends. The gateway does the same at its start.\n\n${SETTINGS}
Example:
  TESSERA_DATABASE_URL=postgres://tessera@db/tessera npm run migrate
`,
} as const;

/** What a program prints, and its exit code, when there is something on its command line; null when there is nothing. */
export function answerArguments(
  program: keyof typeof USAGE,
  given: readonly string[],
): { readonly text: string; readonly exitCode: 0 | 2 } | null {
  if (given.length === 0) return null;
  const isHelp = given.every((argument) => argument === '--help' || argument === '-h');
  if (isHelp) return { text: USAGE[program], exitCode: 0 };
  return { text: `There is an argument, and none is taken.\n\n${USAGE[program]}`, exitCode: 2 };
}

/** Answers `--help` and arguments by mistake, and ends the process then: whoever asks for help must not start a gateway. */
export function endOnArguments(program: keyof typeof USAGE): void {
  const answer = answerArguments(program, process.argv.slice(2));
  if (!answer) return;
  (answer.exitCode === 0 ? process.stdout : process.stderr).write(answer.text);
  process.exit(answer.exitCode);
}

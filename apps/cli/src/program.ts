import { Command, CommanderError } from 'commander';
import type { CliIo } from './cli-io.js';
import { DEFAULT_KEY_VARIABLE, DEFAULT_TIMEOUT_S, DEFAULT_URL, readVersion } from './cli.config.js';
import { UsageError } from './cli-errors.js';
import { addCalibrationsCommands } from './commands/calibrations.js';
import { addCompareCommand } from './commands/compare.js';
import { addCohortsCommands } from './commands/cohorts.js';
import { addConfigCommand } from './commands/config.js';
import { addEmbeddingsCommands } from './commands/embeddings.js';
import { addFeaturesCommands } from './commands/features.js';
import { addGeneSetsCommands } from './commands/gene-sets.js';
import { addJobsCommands } from './commands/jobs.js';
import { addModelsCommands } from './commands/models.js';
import { addPanelsCommands } from './commands/panels.js';
import { addAnswerCommand, addEmbedCommand } from './commands/answers.js';
import { addAlignmentCommands } from './commands/alignment.js';
import { addPathwaysCommands } from './commands/pathways.js';
import { addPredictCommand } from './commands/predict.js';
import { addPredictionsCommands } from './commands/predictions.js';
import { addGatewayCommands } from './commands/gateway.js';
import { addSpatialCommands } from './commands/spatial.js';
import { addServersCommand } from './commands/servers.js';
import { addSlidesCommands } from './commands/slides.js';
import { EXIT, exitCodesHelp, type ExitCode } from './exit-codes.js';
import { positiveNumber } from './options.js';
import { runnerFor, writeError, type Runner } from './run-command.js';

const firstSteps = `
Examples:
  $ tessera slides add C6.tiff --name "her2st C6" --stain he
  $ tessera predict "her2st C6" --model demo-dense-focus@champion --prepare

The gateway must be running (\`npm start\`). A slide is named by its id, by the beginning of its id, or by its name.`;

/** Runs one command line (without the first two words of process.argv). @returns the exit code; nothing is thrown */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const isJson = args.includes('--json');
  let code: ExitCode = EXIT.ok;
  const program = createProgram(io, isJson, (kept) => {
    code = kept;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end by an exception of code 0; a bare `tessera slides` shows help as an error.
    if (error.exitCode === 0) return EXIT.ok;
    if (isJson) writeError(io, new UsageError(error.message.replace(/^error: /, '')), true);
    return EXIT.usage;
  }
  return code;
}

function createProgram(io: CliIo, isJson: boolean, keep: (code: ExitCode) => void): Command {
  const program = new Command('tessera')
    .description(
      'Asks a Tessera gateway about slides: features, predictions of model versions side by side, embeddings.',
    )
    .version(readVersion(), '--version')
    .option('--url <address>', `the gateway (default: TESSERA_URL, else ${DEFAULT_URL})`)
    .option('--api-key-env <name>', `environment variable that holds the API key (default: ${DEFAULT_KEY_VARIABLE})`)
    .option('--timeout <seconds>', `how long one request may take (default: ${DEFAULT_TIMEOUT_S})`, positiveNumber)
    .option('--json', 'one JSON document on stdout, errors as JSON on stderr')
    .option('--full', 'whole digests and ids, not their first 12 characters')
    .option('--no-color', 'no colours (NO_COLOR does the same)')
    .addHelpText('after', firstSteps + '\n' + exitCodesHelp);
  configure(program, io, isJson);
  const run = runnerFor(io, keep);
  const add: readonly ((program: Command, run: Runner) => void)[] = [
    addSlidesCommands,
    addFeaturesCommands,
    addPredictCommand,
    addEmbedCommand,
    addEmbeddingsCommands,
    addAnswerCommand,
    addCompareCommand,
    addCohortsCommands,
    addPredictionsCommands,
    addModelsCommands,
    addPanelsCommands,
    addGeneSetsCommands,
    addPathwaysCommands,
    addAlignmentCommands,
    addSpatialCommands,
    addCalibrationsCommands,
    addJobsCommands,
    addServersCommand,
    addGatewayCommands,
    addConfigCommand,
  ];
  for (const addCommands of add) addCommands(program, run);
  return program;
}

/** Set before commands are added: they inherit it. */
function configure(program: Command, io: CliIo, isJson: boolean): void {
  program
    .exitOverride()
    .showHelpAfterError('(--help shows examples)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void (isJson || io.stderr.write(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
}

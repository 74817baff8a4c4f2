import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { AddCalibrationDocument, ModelVersionDocument, RetireCalibrationDocument } from '#libs/client';
import { UsageError } from '../cli-errors.js';
import { calibrationTable, writeLines } from '../output/format-write.js';
import type { Runner } from '../run-command.js';

const REF = '`name@alias` or `name/version`, with `source:` in front where the name is not unique';
const DRY_RUN = 'check everything, say what would change, and write nothing';

interface WriteOptions {
  readonly dryRun?: boolean;
}

/** `calibrations ...`: the records that turn a raw score into a probability and a call. */
export function addCalibrationsCommands(program: Command, run: Runner): void {
  const calibrations = program
    .command('calibrations')
    .description('Look at the calibration records of a version, add and retire them.');
  addList(calibrations, run);
  addAdd(calibrations, run);
  addRetire(calibrations, run);
}

function addList(calibrations: Command, run: Runner): void {
  calibrations
    .command('list')
    .description('List the records of a version: what each holds for, whether it is in force, who added or retired it.')
    .argument('<ref>', REF)
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera calibrations list demo-dense-focus@champion\n  $ tessera calibrations list demo-dense-focus/2 --json',
    )
    .action((ref: string, _options: object, command: Command) =>
      run(command, async (context) => {
        const { modelVersion } = await context.ask(ModelVersionDocument, { ref });
        const records = modelVersion?.calibrations ?? [];
        context.show(records, () => calibrationTable(records));
      }),
    );
}

function addAdd(calibrations: Command, run: Runner): void {
  calibrations
    .command('add')
    .description('Add a record from a JSON file of this machine. It is chosen from the next question on.')
    .argument('<ref>', REF)
    .argument('<file>', 'the calibration record, as JSON')
    .option('--dry-run', DRY_RUN)
    .addHelpText(
      'after',
      `
Examples:
  $ tessera calibrations add demo-dense-focus/2 site-a.json --dry-run
  $ tessera calibrations add demo-dense-focus/2 site-a.json --json`,
    )
    .action((model: string, file: string, options: WriteOptions, command: Command) =>
      run(command, async (context) => {
        const record = await readJson(file);
        const variables = { model, record, dryRun: options.dryRun === true };
        const { addCalibration } = await context.ask(AddCalibrationDocument, variables);
        context.show(addCalibration, () => writeLines(addCalibration));
      }),
    );
}

function addRetire(calibrations: Command, run: Runner): void {
  calibrations
    .command('retire')
    .description('Retire a record: it stays readable and is chosen for no new call. It does not come back.')
    .argument('<ref>', REF)
    .argument('<id>', "the record's id")
    .requiredOption('--reason <text>', 'why, for whoever reads an old answer')
    .option('--dry-run', DRY_RUN)
    .addHelpText(
      'after',
      `
Examples:
  $ tessera calibrations retire demo-dense-focus/2 site-a-2025 --reason "New scanner." --dry-run
  $ tessera calibrations retire demo-dense-focus/2 site-a-2025 --reason "New scanner."`,
    )
    .action((model: string, id: string, options: WriteOptions & { reason: string }, command: Command) =>
      run(command, async (context) => {
        const variables = { model, id, reason: options.reason, dryRun: options.dryRun === true };
        const { retireCalibration } = await context.ask(RetireCalibrationDocument, variables);
        context.show(retireCalibration, () => writeLines(retireCalibration));
      }),
    );
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError('The file of the record cannot be read.');
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('The file of the record does not hold JSON.');
  }
}

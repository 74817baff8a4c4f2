import type { Command } from 'commander';
import {
  AcceptLicenceDocument,
  ModelCardDocument,
  ModelVersionChangesDocument,
  ModelVersionDocument,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { addAliasCommands } from './aliases.js';
import { addRegisterCommand } from './register.js';
import { addRemarkCommands } from './remarks.js';
import { collect } from '../options.js';
import { changeLines } from '../output/format-changes.js';
import { acceptedLines } from '../output/format-licence.js';
import { versionLines } from '../output/format-model.js';
import type { Runner } from '../run-command.js';
import { addExportCommand } from './export.js';
import { addListModels } from './list-models.js';
import { addOperatingPoints } from './operating-points.js';

export function addModelsCommands(program: Command, run: Runner): void {
  const models = program
    .command('models')
    .description('Look at the registered models and their versions; register versions; move aliases; accept terms.');
  addAliasCommands(models, run);
  addRegisterCommand(models, run);
  addRemarkCommands(models, run);
  addListModels(models, run);
  addShow(models, run);
  addDiff(models, run);
  addAccept(models, run);
  addExportCommand(models, run);
  addOperatingPoints(models, run);
}

function addShow(models: Command, run: Runner): void {
  models
    .command('show')
    .description('Show a version: what it is for, its licence, where it comes from, how it did, how it is calibrated.')
    .argument('<ref>', '`name@alias` or `name/version`, with `source:` in front where the name is not unique')
    .option('--card', 'the whole model card, as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera models show demo-dense-focus@champion\n  $ tessera models show local:demo-dense-focus/2 --card',
    )
    .action((ref: string, options: { card?: boolean }, command: Command) =>
      run(command, (context) => (options.card ? showCard(context, ref) : showVersion(context, ref))),
    );
}

function addDiff(models: Command, run: Runner): void {
  models
    .command('diff')
    .description(
      'Show what changed from one version to another: terms, thresholds in force, tensors, and the cards place by place.',
    )
    .argument('<from>', 'a version or an alias of it')
    .argument('<to>', 'another one; of another model too')
    .option('--group <name>', 'only this group of the card, as `intendedUse`; may be given several times', collect)
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera models diff demo-dense-focus@champion demo-dense-focus@challenger\n  $ tessera models diff demo-dense-focus/1 demo-dense-focus/2 --group output --json',
    )
    .action((from: string, to: string, { group }: { group?: readonly string[] }, command: Command) =>
      run(command, async (context) => {
        const asked = { from, to, groups: group ?? null };
        const { modelVersionChanges } = await context.ask(ModelVersionChangesDocument, asked);
        context.show(modelVersionChanges, () => changeLines(modelVersionChanges, group === undefined));
      }),
    );
}

function addAccept(models: Command, run: Runner): void {
  models
    .command('accept')
    .description(
      'Accept the terms of a version and of its parts, for the key that you use. `models show` says where they can be read.',
    )
    .argument(
      '<ref>',
      '`name/version`, with `source:` in front where the name is not unique; an alias may move, so none here',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera models accept site-a:gated-encoder/1\n  $ tessera models accept gated-encoder/1 --json',
    )
    .action((ref: string, _options: object, command: Command) =>
      run(command, (context) => acceptLicence(context, ref)),
    );
}

async function showVersion(context: CliContext, ref: string): Promise<void> {
  const { modelVersion } = await context.ask(ModelVersionDocument, { ref });
  context.show(modelVersion, () => (modelVersion ? versionLines(modelVersion, context.settings.full) : []));
}

async function acceptLicence(context: CliContext, model: string): Promise<void> {
  const { acceptLicence: accepted } = await context.ask(AcceptLicenceDocument, { model });
  context.show(accepted, () => acceptedLines(accepted));
}

async function showCard(context: CliContext, ref: string): Promise<void> {
  const { modelVersion } = await context.ask(ModelCardDocument, { ref });
  context.show(modelVersion?.card, () => [JSON.stringify(modelVersion?.card, null, 2)]);
}

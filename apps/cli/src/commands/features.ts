import type { Command } from 'commander';
import { ImportFeaturesDocument, type CoordsUnit, type FeatureLevel } from '#libs/client';
import { prepareFeatures } from '../follow-job.js';
import { choice, positiveNumber, wholeNumber } from '../options.js';
import { jobLines } from '../output/format-job.js';
import { bagTable } from '../output/format-slide.js';
import { PATH_MEANING, withOwnPath } from '../own-path.js';
import { resolveSlide } from '../resolve-slide.js';
import type { Runner } from '../run-command.js';

const COORDS_UNITS: readonly CoordsUnit[] = ['PX_LEVEL0', 'UM'];
const LEVELS: readonly FeatureLevel[] = ['TILE', 'CELL'];

interface ImportOptions {
  readonly encoder: string;
  readonly coords?: string;
  readonly mpp?: number;
  readonly tileSize?: number;
  readonly tileEdge?: number;
  readonly coordsUnit?: CoordsUnit;
  readonly level?: FeatureLevel;
}

export function addFeaturesCommands(program: Command, run: Runner): void {
  const features = program.command('features').description('Make the tile features that models take, or import them.');
  addPrepare(features, run);
  addImport(features, run);
}

function addPrepare(features: Command, run: Runner): void {
  features
    .command('prepare')
    .description('Cut a slide into tiles and run an encoder over them. Ctrl-C cancels the job.')
    .argument('<slide>', 'id, beginning of the id, or name')
    .requiredOption('--encoder <ref>', 'the encoder version, or a version that takes its features')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera features prepare "her2st C6" --encoder demo-lite0@prod
  $ tessera features prepare sld_3f2a91bc --encoder demo-dense-focus@champion --json`,
    )
    .action((given: string, options: { encoder: string }, command: Command) =>
      run(command, async (context) => {
        const slide = await resolveSlide(context, given);
        const job = await prepareFeatures(context, slide.id, options.encoder);
        context.show(job, () => jobLines(job, context.settings.full));
      }),
    );
}

function addImport(features: Command, run: Runner): void {
  features
    .command('import')
    .description(
      'Import features made elsewhere: TRIDENT or CLAM .h5, STAMP .h5, .npy. What the file states need not be said.',
    )
    .argument('<slide>', 'id, beginning of the id, or name')
    .argument('<path>', PATH_MEANING)
    .requiredOption('--encoder <ref>', 'the encoder version that made them: a file never proves it')
    .option('--coords <path>', 'for .npy features: the .npy with the coordinates [tiles, 2]')
    .option('--mpp <number>', 'micrometres per pixel at which tiles were cut', positiveNumber)
    .option('--tile-size <px>', 'edge of a tile in its own pixels', wholeNumber(1, 100_000))
    .option('--tile-edge <px>', 'edge of a tile in level-0 pixels', positiveNumber)
    .addOption(choice('--coords-unit <unit>', 'unit of the coordinates', COORDS_UNITS))
    .addOption(choice('--level <level>', 'what the rows are of; must be said of cells', LEVELS))
    .addHelpText(
      'after',
      `
Examples:
  $ tessera features import "her2st C6" trident/C6.h5 --encoder demo-lite0@prod --mpp 1.0
  $ tessera features import sld_3f2a91bc C6.npy --coords C6.coords.npy --coords-unit px-level0 --encoder demo-lite0@prod --mpp 1.0 --tile-size 224 --tile-edge 326`,
    )
    .action((given: string, path: string, options: ImportOptions, command: Command) =>
      run(command, async (context) => {
        const { id: slideId } = await resolveSlide(context, given);
        const {
          encoder,
          coords: coordsPath,
          mpp,
          tileSize: tileSizePx,
          tileEdge: tileEdgePx,
          coordsUnit,
          level,
        } = options;
        const facts = { slideId, encoder, coordsPath, mpp, tileSizePx, tileEdgePx, coordsUnit, level };
        const { importFeatures } = await withOwnPath(path, (one) =>
          context.ask(ImportFeaturesDocument, { input: { path: one, ...facts } }),
        );
        context.show(importFeatures, () => bagTable([importFeatures], context.settings.full));
      }),
    );
}

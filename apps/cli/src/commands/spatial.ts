import type { Command } from 'commander';
import {
  AddSpatialMeasurementDocument,
  PrepareSpatialMapDocument,
  SpatialComparisonDocument,
  type SpatialDatatype,
  type SpatialSampleFormat,
  type SpotMatch,
} from '#libs/client';
import { followJob } from '../follow-job.js';
import { choice, collect, wholeNumber } from '../options.js';
import { jobLines } from '../output/format-job.js';
import { spatialComparisonLines } from '../output/format-spatial.js';
import { resolveSlide } from '../resolve-slide.js';
import type { Runner } from '../run-command.js';
import { saveSpatialMap, type SpatialMapOptions } from '../save-spatial-map.js';

const DATATYPES: readonly SpatialDatatype[] = ['FP32', 'FP16'];
const FORMATS: readonly SpatialSampleFormat[] = ['SPOT_TABLES', 'H5AD', 'VISIUM'];
const MATCHES: readonly SpotMatch[] = ['NEAREST_TILE', 'TILES_WITHIN_SPOT'];
const SLIDE = 'id, beginning of the id, or name';
const KEPT = 'The map is stored.';
const WORD = 2 ** 31 - 1;

interface MeasureOptions {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly licence: string;
  readonly format: SpatialSampleFormat;
  readonly spots?: string;
}

interface CompareOptions {
  readonly model: string;
  readonly measurement: string;
  readonly match: SpotMatch;
  readonly depth?: number;
  readonly seed: number;
  readonly first: number;
}

export function addSpatialCommands(program: Command, run: Runner): void {
  const spatial = program
    .command('spatial')
    .description('Map gene expression over slides, and hold it against measured spots.');
  addExport(spatial, run);
  addPrepare(spatial, run);
  addMeasure(spatial, run);
  addCompare(spatial, run);
}

function addExport(spatial: Command, run: Runner): void {
  spatial
    .command('export')
    .description('Save a map: .h5ad for scanpy and squidpy, .geojson, .npy, or one gene as .png over the slide.')
    .argument('<slide>', SLIDE)
    .requiredOption('--model <ref>', 'the version, or an alias of it')
    .option('--gene <name>', 'a gene; may be given again. Without it every gene, as .h5ad or .npy', collect)
    .option('--percentile', 'ranks among the tiles of the map, 0 to 100')
    .requiredOption('--out <file>', 'where it goes; its ending says what it is')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera spatial export "her2st C6" --model demo-her2st-expr@prod --gene IGKC --gene ERBB2 --out C6.h5ad
  $ tessera spatial export "her2st C6" --model demo-her2st-expr@prod --gene IGKC --percentile --out IGKC.png`,
    )
    .action((given: string, options: SpatialMapOptions, command: Command) =>
      run(command, async (context) => saveSpatialMap(context, await resolveSlide(context, given), options)),
    );
}

function addPrepare(spatial: Command, run: Runner): void {
  spatial
    .command('prepare')
    .description('Make a map that takes longer than a request. Ctrl-C cancels the job.')
    .argument('<slide>', SLIDE)
    .requiredOption('--model <ref>', 'the version, or an alias of it')
    .addOption(choice('--datatype <type>', 'how values are stored', DATATYPES).default('FP32'))
    .action((given: string, { model, datatype }: { model: string; datatype: SpatialDatatype }, command: Command) =>
      run(command, async (context) => {
        const { id: slideId } = await resolveSlide(context, given);
        const job = await followJob(context, KEPT, async () => {
          const input = { slideId, model, datatype };
          return (await context.ask(PrepareSpatialMapDocument, { input })).prepareSpatialMap.id;
        });
        context.show(job, () => jobLines(job, context.settings.full));
      }),
    );
}

function addMeasure(spatial: Command, run: Runner): void {
  spatial
    .command('measure')
    .description("Take a spatial transcriptomics sample of a slide from under the gateway's slide folders.")
    .argument('<slide>', SLIDE)
    .argument('<path>', "on the gateway's machine: a table of counts, an .h5ad, or a Visium folder")
    .requiredOption('--id <id>', 'what to call it')
    .addOption(choice('--format <format>', 'what it is', FORMATS).makeOptionMandatory())
    .option('--spots <path>', 'spot-tables: the table of places')
    .option('--name <text>', 'its name; the id unless given')
    .requiredOption('--source <text>', 'where it comes from')
    .requiredOption('--licence <text>', 'SPDX id or name of its terms')
    .action((given: string, path: string, options: MeasureOptions, command: Command) =>
      run(command, async (context) => {
        const { id: slideId } = await resolveSlide(context, given);
        const { spots, name, ...facts } = options;
        const job = await followJob(context, 'The measurement is stored.', async () => {
          const input = { ...facts, slideId, path, name: name ?? facts.id, ...(spots ? { spotsPath: spots } : {}) };
          return (await context.ask(AddSpatialMeasurementDocument, { input })).addSpatialMeasurement.id;
        });
        context.show(job, () => jobLines(job, context.settings.full));
      }),
    );
}

function addCompare(spatial: Command, run: Runner): void {
  spatial
    .command('compare')
    .description('Hold a map against measured spots, gene by gene.')
    .argument('<slide>', SLIDE)
    .requiredOption('--model <ref>', 'the version, or an alias of it')
    .requiredOption('--measurement <id>', 'a measurement of the slide')
    .addOption(choice('--match <rule>', 'which tiles predict a spot', MATCHES).default('NEAREST_TILE'))
    .option(
      '--depth <molecules>',
      'thin spots to this depth; without it depth passes for biology',
      wholeNumber(1, 10_000_000),
    )
    .option('--seed <number>', 'which draw', wholeNumber(0, WORD), 0)
    .option('--first <genes>', 'how many genes to list, the best registered evidence first', wholeNumber(1, 100), 20)
    .action((given: string, options: CompareOptions, command: Command) =>
      run(command, async (context) => {
        const { id } = await resolveSlide(context, given);
        const { depth, seed, ...asked } = options;
        const thinning = depth === undefined ? null : { depth, seed };
        const { slide } = await context.ask(SpatialComparisonDocument, { id, ...asked, thinning });
        const comparison = slide?.spatialMap?.comparison;
        context.show(comparison, () => (comparison ? spatialComparisonLines(comparison) : []));
      }),
    );
}

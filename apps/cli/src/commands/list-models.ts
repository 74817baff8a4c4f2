import { InvalidArgumentError, type Command } from 'commander';
import {
  ModelVersionsDocument,
  type CalibratedForInput,
  type ExtractorFilterInput,
  type Level,
  type ModelVersionFilterInput,
  type ModelVersionsQuery,
  type RegistrySourceState,
  type Specimen,
  type Stain,
  type TaskKind,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { choice } from '../options.js';
import { versionTable } from '../output/format-model.js';
import type { Runner } from '../run-command.js';
import { SPECIMENS, STAINS } from './slides.js';

type Version = ModelVersionsQuery['modelVersions']['nodes'][number];

const TASKS: readonly TaskKind[] = ['BIOMARKER', 'REGRESSION', 'EXPRESSION', 'PATHWAY', 'EMBEDDING', 'ALIGNMENT'];
const LEVELS: readonly Level[] = ['TILE', 'CELL', 'SLIDE', 'PATIENT', 'MARKER'];
const STATES: readonly RegistrySourceState[] = ['FRESH', 'STALE', 'DOWN'];
const YES_OR_NO = ['YES', 'NO'] as const;
type YesOrNo = (typeof YES_OR_NO)[number];

interface ListOptions {
  readonly search?: string;
  readonly task?: TaskKind;
  readonly level?: Level;
  readonly organ?: string;
  readonly stain?: Stain;
  readonly specimen?: Specimen;
  readonly encoder?: ExtractorFilterInput;
  readonly commercial?: YesOrNo;
  readonly gated?: YesOrNo;
  readonly source?: string;
  readonly sourceState?: RegistrySourceState;
  readonly alias?: string;
  readonly vocabulary?: string;
  readonly calibratedFor?: CalibratedForInput;
  readonly newest?: boolean;
}

export function addListModels(models: Command, run: Runner): void {
  const list = models
    .command('list')
    .description('List the model versions of all sources, or those that all given options mean.');
  addFilters(list)
    .addHelpText(
      'after',
      `
What is not stated does not matter. A case is one as predictions know it: a part that is left out is not known, so only a record that holds for any value of it applies.

Examples:
  $ tessera models list --task biomarker --organ breast --calibrated-for specimen=resection
  $ tessera models list --encoder demo-lite0/1 --commercial yes --newest --json`,
    )
    .action((options: ListOptions, command: Command) =>
      run(command, async (context) => {
        const found = await allVersions(context, options);
        context.show(found, () => versionTable(found, context.settings.full, Object.keys(options).length > 0));
      }),
    );
}

function addFilters(list: Command): Command {
  return list
    .option('--search <words>', 'words that stand in the name or the title, in any case')
    .addOption(choice('--task <kind>', 'what it computes', TASKS))
    .addOption(choice('--level <level>', 'what one answer is about', LEVELS))
    .option('--organ <noun>', 'an organ that the card states; a card that states none is not found')
    .addOption(choice('--stain <stain>', 'a stain that the card states', STAINS))
    .addOption(choice('--specimen <specimen>', 'a specimen that the card states', SPECIMENS))
    .option('--encoder <name>', 'takes the features of this encoder: `name`, or `name/version`', parseEncoder)
    .addOption(choice('--commercial <answer>', 'whether its terms allow commercial use', YES_OR_NO))
    .addOption(choice('--gated <answer>', 'whether each user must accept terms first', YES_OR_NO))
    .option('--source <id>', 'the registry source, as `tessera sources` names it')
    .addOption(choice('--source-state <state>', 'how fresh its source is', STATES))
    .option('--alias <name>', 'an alias that points at it, as `champion`')
    .option('--vocabulary <digest>', 'digest of its gene panel or list of pathways')
    .option(
      '--calibrated-for <case>',
      'a record applies to the case: `specimen=resection,scanner=...,site=...,target=...`, any of them',
      parseCase,
    )
    .option('--newest', 'the newest first; otherwise by name');
}

async function allVersions(context: CliContext, options: ListOptions): Promise<readonly Version[]> {
  const versions: Version[] = [];
  const asked = { filter: filterOf(options), first: 100, orderBy: options.newest ? 'NEWEST' : 'NAME' } as const;
  let after: string | null = null;
  do {
    const page: ModelVersionsQuery = await context.ask(ModelVersionsDocument, { ...asked, after });
    versions.push(...page.modelVersions.nodes);
    const { hasNextPage, endCursor } = page.modelVersions.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return versions;
}

function filterOf(options: ListOptions): ModelVersionFilterInput {
  const list = <T>(value: T | undefined): readonly T[] | null => (value === undefined ? null : [value]);
  const { commercial, gated } = options;
  const licence = {
    nonCommercial: commercial === undefined ? null : commercial === 'NO',
    gated: gated === undefined ? null : gated === 'YES',
  };
  return {
    search: options.search ?? null,
    tasks: list(options.task),
    levels: list(options.level),
    organs: list(options.organ),
    stains: list(options.stain),
    specimens: list(options.specimen),
    extractor: options.encoder ?? null,
    licence: commercial === undefined && gated === undefined ? null : licence,
    sources: list(options.source),
    sourceStates: list(options.sourceState),
    alias: options.alias ?? null,
    vocabulary: options.vocabulary ?? null,
    calibratedFor: options.calibratedFor ?? null,
  };
}

function parseEncoder(given: string): ExtractorFilterInput {
  const [model = '', version, ...rest] = given.split('/');
  if (model === '' || version === '' || rest.length > 0) {
    throw new InvalidArgumentError('A name is meant, or a name and a version, as demo-lite0/1.');
  }
  return { model, version: version ?? null };
}

const PARTS = ['specimen', 'scanner', 'site', 'target'];

function parseCase(given: string): CalibratedForInput {
  const pairs = given.split(',').map((pair) => pair.split('='));
  const parts = Object.fromEntries(pairs.map(([name = '', ...value]) => [name.trim(), value.join('=').trim()]));
  const isKnown = Object.entries(parts).every(([name, value]) => PARTS.includes(name) && value !== '');
  const specimen = SPECIMENS.find((one) => one === parts['specimen']?.toUpperCase());
  if (!isKnown || (parts['specimen'] !== undefined && specimen === undefined)) {
    throw new InvalidArgumentError('specimen=resection,scanner=...,site=...,target=... is meant, or some of them.');
  }
  const { scanner = null, site = null, target = null } = parts;
  return { specimen: specimen ?? null, scanner, site, target };
}

import type { Command } from 'commander';
import {
  AddSlideDocument,
  SlideDocument,
  SlidesDocument,
  type AddSlideInput,
  type Preservation,
  type SlideFieldsFragment,
  type Specimen,
  type Stain,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { choice, positiveNumber, wholeNumber } from '../options.js';
import { slideDetailLines, slideLines, slideTable } from '../output/format-slide.js';
import { PATH_MEANING, withOwnPath } from '../own-path.js';
import { resolveSlide } from '../resolve-slide.js';
import type { Runner } from '../run-command.js';

export const STAINS: readonly Stain[] = ['HE', 'IHC', 'IF', 'OTHER'];
export const SPECIMENS: readonly Specimen[] = ['BIOPSY', 'RESECTION', 'CYTOLOGY'];
const PRESERVATIONS: readonly Preservation[] = ['FFPE', 'FROZEN'];

export function addSlidesCommands(program: Command, run: Runner): void {
  const slides = program.command('slides').description('Add slides and look at them.');
  addAdd(slides, run);
  addList(slides, run);
  addShow(slides, run);
}

function addAdd(slides: Command, run: Runner): void {
  slides
    .command('add')
    .description(
      "Add a slide file that lies in one of the gateway's slide folders. The same file again is the same slide.",
    )
    .argument('<path>', PATH_MEANING)
    .option('--name <name>', 'what to call it; nothing that identifies a patient')
    .option('--mpp <number>', 'micrometres per pixel of level 0, where the file does not say', positiveNumber)
    .addOption(choice('--stain <stain>', 'the stain', STAINS))
    .option('--organ <noun>', 'the organ, as `breast`')
    .addOption(choice('--specimen <specimen>', 'how the specimen was taken', SPECIMENS))
    .addOption(choice('--preservation <kind>', 'how the tissue was preserved', PRESERVATIONS))
    .option('--scanner <model>', "the scanner's model")
    .option('--site <site>', 'the site')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera slides add C6.tiff --name "her2st C6" --stain he --organ breast --specimen resection --preservation frozen
  $ tessera slides add /data/slides/old-scan.tiff --mpp 0.5 --json`,
    )
    .action((path: string, options: Omit<AddSlideInput, 'path'>, command: Command) =>
      run(command, async (context) => {
        const { name, mpp, stain, organ, specimen, preservation, scanner, site } = options;
        const facts = { name, mpp, stain, organ, specimen, preservation, scanner, site };
        const { addSlide } = await withOwnPath(path, (one) =>
          context.ask(AddSlideDocument, { input: { path: one, ...facts } }),
        );
        context.show(addSlide, () => slideLines(addSlide, context.settings.full));
      }),
    );
}

function addList(slides: Command, run: Runner): void {
  slides
    .command('list')
    .description('List your slides, newest first.')
    .option('--first <count>', 'how many at most: 1 to 100 (default: all)', wholeNumber(1, 100))
    .addHelpText('after', '\nExamples:\n  $ tessera slides list\n  $ tessera slides list --first 5 --json')
    .action((options: { first?: number }, command: Command) =>
      run(command, async (context) => {
        const found = options.first === undefined ? await all(context) : await some(context, options.first);
        context.show(found, () => slideTable(found, context.settings.full));
      }),
    );
}

async function all(context: CliContext): Promise<readonly SlideFieldsFragment[]> {
  const slides: SlideFieldsFragment[] = [];
  for await (const slide of context.allSlides()) slides.push(slide);
  return slides;
}

async function some(context: CliContext, first: number): Promise<readonly SlideFieldsFragment[]> {
  const { slideCatalog } = await context.ask(SlidesDocument, { first });
  return slideCatalog.nodes;
}

function addShow(slides: Command, run: Runner): void {
  slides
    .command('show')
    .description('Show a slide, and the features that exist for it.')
    .argument('<slide>', 'id, beginning of the id, or name')
    .addHelpText(
      'after',
      '\nExamples:\n  $ tessera slides show "her2st C6"\n  $ tessera slides show sld_3f2a91bc --full',
    )
    .action((given: string, _options: object, command: Command) =>
      run(command, async (context) => {
        const { id } = await resolveSlide(context, given);
        const { slide } = await context.ask(SlideDocument, { id });
        context.show(slide, () => (slide ? slideDetailLines(slide, context.settings.full) : []));
      }),
    );
}

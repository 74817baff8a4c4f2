import type { Command } from 'commander';
import {
  AnswerDocument,
  AnswerUnderDocument,
  EmbeddingDocument,
  type AnswerQuery,
  type EmbeddingFieldsFragment,
  type RegionInput,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { parseRegion } from '../options.js';
import { UsageError } from '../cli-errors.js';
import { addCaseOptions, type CaseOptions, caseOf } from './case-options.js';
import { predictionLines } from '../output/format-prediction.js';
import { slideHeading } from '../output/format-slide.js';
import { duration, properties, region, shorten, time } from '../output/text.js';
import { resolveSlide } from '../resolve-slide.js';
import type { Runner } from '../run-command.js';

interface AnswerOptions extends CaseOptions {
  readonly calibration?: string;
  readonly target?: string;
}

interface EmbedOptions {
  readonly model: string;
  readonly out: string;
  readonly region?: RegionInput;
}

export function addEmbedCommand(program: Command, run: Runner): void {
  program
    .command('embed')
    .description('Save the vector of a slide, from a slide-level embedding model, as a NumPy file.')
    .argument('<slide>', 'id, beginning of the id, or name')
    .requiredOption('--model <ref>', 'the version, or an alias of it')
    .requiredOption('--out <file.npy>', 'where to save the vector')
    .option('--region <x,y,width,height>', 'only tiles with their centre in it, level-0 pixels', parseRegion)
    .addHelpText(
      'after',
      `
Examples:
  $ tessera embed "her2st C6" --model demo-lite0-mean@prod --out C6.npy
  $ tessera embed sld_3f2a91bc --model demo-lite0-mean@prod --region 0,0,4000,4000 --out corner.npy --json`,
    )
    .action((given: string, options: EmbedOptions, command: Command) =>
      run(command, (context) => embed(context, given, options)),
    );
}

async function embed(context: CliContext, given: string, options: EmbedOptions): Promise<void> {
  const { id } = await resolveSlide(context, given);
  const asked = { id, model: options.model, ...(options.region && { region: options.region }) };
  const { slide } = await context.ask(EmbeddingDocument, asked);
  if (!slide?.embedding) return;
  const { embedding } = slide;
  const bytes = await context.client.download(embedding.href, options.out, { signal: context.signal });
  context.show({ slide, file: options.out, bytes }, () => [
    slideHeading(slide, context.settings.full),
    ...embeddingLines(embedding, context.settings.full),
    `saved: ${options.out} (${bytes} bytes)`,
  ]);
}

function embeddingLines(embedding: EmbeddingFieldsFragment, full: boolean): string[] {
  const { provenance } = embedding;
  const scaled = embedding.l2Normalised ? 'scaled to length one' : `length ${embedding.l2Norm.toFixed(3)}, not scaled`;
  return properties([
    ['model', `${provenance.model.ref} ${shorten(provenance.model.digest, full)}`],
    ['vector', `${embedding.dimension} numbers, ${scaled}`],
    ['space', `${shorten(embedding.spaceId, full)}: compare with vectors of this space only`],
    ['tiles', `${embedding.tileCount}, ${region(embedding.region)}`],
    ['computed', `${time(provenance.computedAt)}, ${duration(provenance.timings.totalMs)}`],
    ['answer', shorten(provenance.answerId, full)],
  ]);
}

export function addAnswerCommand(program: Command, run: Runner): void {
  const command = program
    .command('answer')
    .description(
      'Read a stored answer again, under the calibration records of today or one that you name. No model runs.',
    )
    .argument('<id>', "the answer's whole id, as --json or --full shows it")
    .option('--calibration <id>', 'read it under this record of its version, and under no other')
    .option('--target <name>', 'with --calibration: refuse a record of another target');
  addCaseOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  $ tessera answer ans_ccaa380e...323c --prevalence 2%
  $ tessera answer ans_ccaa380e...323c --calibration site-a-2026 --json`,
    )
    .action((id: string, options: AnswerOptions, command: Command) =>
      run(command, (context) => showAnswer(context, id, options)),
    );
}

async function showAnswer(context: CliContext, id: string, options: AnswerOptions): Promise<void> {
  const { calibration, target } = options;
  if (calibration === undefined && target !== undefined)
    throw new UsageError('--target says what the record of --calibration must be of: give both.');
  const stated = caseOf(options);
  if (calibration === undefined) {
    const { answer } = await context.ask(AnswerDocument, { id, context: stated });
    return context.show(answer, () => (answer ? answerLines(context, answer) : []));
  }
  const asked = { id, calibration, target: target ?? null, context: stated };
  const { answer } = await context.ask(AnswerUnderDocument, asked);
  const shown = answer && { ...answer, prediction: answer.under, embedding: null };
  context.show(answer, () => (shown ? answerLines(context, shown) : []));
}

function answerLines(context: CliContext, answer: NonNullable<AnswerQuery['answer']>): string[] {
  const { full } = context.settings;
  return [
    `${answer.kind} of ${time(answer.createdAt)}`,
    ...(answer.slide ? [slideHeading(answer.slide, full)] : []),
    ...(answer.prediction ? ['', ...predictionLines(answer.prediction, context.predictionStyle)] : []),
    ...(answer.embedding ? ['', ...embeddingLines(answer.embedding, full)] : []),
  ];
}

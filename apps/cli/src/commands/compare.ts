import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CompareScoresDocument, CompareVersionsDocument, type ComparisonFieldsFragment } from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { UsageError } from '../cli-errors.js';
import { comparisonLines, versionLines } from '../output/format-comparison.js';
import { embeddingLines, expressionLines } from '../output/format-profiles.js';
import type { Runner } from '../run-command.js';
import {
  scoreFileInput,
  versionsInput,
  withMethodOptions,
  withScoreFileOptions,
  withVersionOptions,
  type MethodOptions,
  type ScoreFileOptions,
  type VersionOptions,
} from './compare-options.js';

interface CompareOptions extends ScoreFileOptions, VersionOptions, MethodOptions {
  readonly scores?: string;
}

/** What of an answer goes into files, and not into the document. */
type Reports = { readonly [K in 'html' | 'csv']: string | undefined };

export function addCompareCommand(program: Command, run: Runner): void {
  const command = program
    .command('compare')
    .description('Compare scores on the same items, of a file or of model versions over a cohort.')
    .option('--scores <file>', 'a CSV file of scores that were made elsewhere: it is sent, and not kept');
  withMethodOptions(withVersionOptions(withScoreFileOptions(command)))
    .addHelpText('after', examples)
    .action((options: CompareOptions, self: Command) => run(self, (context) => compare(context, options)));
}

const examples = `
Examples:
  $ tessera compare --scores scores.csv --label outcome --positive yes --score a --score b --threshold 0.5
  $ tessera compare --scores scores.csv --label outcome --positive yes --score a --score b --patient patient --stratum site --html report.html --json
  $ tessera compare --model demo-dense-focus/1 --model demo-dense-focus/2 --cohort c6-regions --label dense-focus --positive "dense focus"
  $ tessera compare --model demo-dense-focus/1 --import imp_0123abcd --cohort c6-regions --label dense-focus --positive "dense focus"
  $ tessera compare --model sequoia-luad/1 --model sequoia-luad/2 --cohort luad --collection hallmark-7.0 --pathway-method ssgsea --stratum site`;

async function compare(context: CliContext, options: CompareOptions): Promise<void> {
  const ofVersions = options.model !== undefined || options.import !== undefined;
  if ((options.scores === undefined) !== ofVersions)
    throw new UsageError('Say what to compare: --scores FILE, or --model (or --import) twice or more with --cohort.');
  if (options.scores === undefined) return compareVersions(context, options);
  const input = scoreFileInput(await readText(options.scores), options);
  const { compareScores } = await context.ask(CompareScoresDocument, { input, ...reportsWanted(options) });
  const document = await withoutReports(compareScores, options);
  context.show(document, () => comparisonLines(document));
}

async function compareVersions(context: CliContext, options: CompareOptions): Promise<void> {
  const input = versionsInput(options);
  const { compareVersions: found } = await context.ask(CompareVersionsDocument, { input, ...reportsWanted(options) });
  const { comparison, embeddings, expression, ...facts } = found;
  if (!comparison) {
    if (options.html !== undefined || options.csv !== undefined)
      throw new UsageError('--html and --csv are for versions that predict targets: use --json here.');
    context.show(found, () => [
      ...versionLines(facts, expression ? 'expression' : 'embeddings'),
      ...(embeddings ? embeddingLines(embeddings) : []),
      ...(expression ? expressionLines(expression) : []),
    ]);
    return;
  }
  const document = await withoutReports(comparison, options);
  context.show({ ...facts, ...document }, () => [...versionLines(facts), '', ...comparisonLines(document)]);
}

function reportsWanted({ html, csv }: MethodOptions) {
  return { withHtml: html !== undefined, withCsv: csv !== undefined };
}

/** Saves the reports that were asked for. @returns the rest */
async function withoutReports({ html, csv, ...document }: ComparisonFieldsFragment, options: MethodOptions) {
  await saveReports({ html, csv }, options);
  return document;
}

async function saveReports(reports: Reports, options: MethodOptions): Promise<void> {
  if (options.html !== undefined) await writeFile(options.html, reports.html ?? '');
  if (options.csv !== undefined) await writeFile(options.csv, reports.csv ?? '');
}

/** @throws UsageError when the file cannot be read, or is no UTF-8 */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError('The file of --scores cannot be read.');
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError('The file of --scores is not UTF-8: save it as UTF-8 text.');
  }
}

import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  applyRecipe,
  geneSentence,
  profileRecipe,
  type ProfileStep,
  sentenceRules,
  type StatedStep,
} from '#libs/alignment';
import { BadUserInput, GenesMissing, UnitMismatch, VocabularyMismatch } from '#libs/errors';
import type { AlignmentHead, Tower } from '#gateway/alignment';
import { type ModelGenes } from '#gateway/gene-catalog';
import type { TowerProfiles } from '#gateway/pipeline';
import { placesInPanel, type PanelPlaces } from './panel-places.js';
import type { ProfileTable } from './profile-table.js';

/** Profiles as the tower takes them, and what was done to them on the way. */
export interface TowerInput {
  readonly profiles: TowerProfiles;
  /** Genes of the panel that were in the profile; of a sentence, genes of the profile. */
  readonly geneCount: number;
  readonly panelSize: number | null;
  /** Genes of the panel that were taken as zero, by name. */
  readonly missing: readonly string[];
}

/** The largest share of a panel that may be taken as zero. */
const MOST_MISSING = 0.1;
const SAMPLES_AT_ONCE = 20;

/** What was done to counts before the tower, in the words of the card. */
export function recipeOf({ version, stated }: Tower): readonly StatedStep[] {
  return stated.input?.transform ?? version.card.input.transform;
}

/**
 * Holds profiles against a tower's vocabulary and recipe.
 * @throws VocabularyMismatch, GenesMissing, UnitMismatch, BadUserInput; nothing is converted or filled in without being told
 */
export async function towerInput(
  table: ProfileTable,
  tower: Tower,
  head: AlignmentHead,
  { genes, signal }: { readonly genes: ModelGenes; readonly signal: AbortSignal },
): Promise<TowerInput> {
  checkNumbers(table);
  if (tower.version.card.input.unit === 'TEXT') return sentences(table, tower);
  const { index } = await genes.of(tower.version);
  checkVocabulary(table, tower, head, index.genes.length);
  const places = await placesInPanel(table, index, signal);
  const allowed = table.missing === 'ZERO' ? Math.floor(MOST_MISSING * index.genes.length) : 0;
  if (places.missing.length > allowed)
    throw new GenesMissing(tower.version.ref, places.missing, index.genes.length, allowed);
  const steps = stepsFor(table, tower);
  const width = index.genes.length;
  const values = new Float32Array(table.columns.length * width);
  for (const [sample, column] of table.columns.entries()) {
    if (sample % SAMPLES_AT_ONCE === SAMPLES_AT_ONCE - 1) await nextTurn();
    signal.throwIfAborted();
    values.set(
      towerValues(column, places, { width, steps, library: table.libraries?.[sample] ?? null }, table),
      sample * width,
    );
  }
  return {
    profiles: { kind: 'VALUES', rows: table.columns.length, values, width },
    geneCount: width - places.missing.length,
    panelSize: width,
    missing: places.missing,
  };
}

function towerValues(
  column: Float64Array,
  { positions }: PanelPlaces,
  {
    width,
    steps,
    library,
  }: { readonly width: number; readonly steps: readonly ProfileStep[]; readonly library: number | null },
  { argument }: ProfileTable,
): Float32Array {
  const panel = new Float64Array(width);
  column.forEach((value, gene) => {
    const place = positions[gene] ?? -1;
    if (place >= 0) panel[place] = value;
  });
  if (library === null) return Float32Array.from(panel);
  if (!(library > 0)) throw new BadUserInput(argument, 'must have one count or more in every sample');
  return applyRecipe(panel, library, steps);
}

/** A head and its tower must mean the same genes, and so must values that come by position. */
function checkVocabulary(
  { vocabularyDigest, columns }: ProfileTable,
  { version }: Tower,
  head: AlignmentHead,
  size: number,
): void {
  const needed = { digest: version.card.vocabulary?.digest ?? '', size };
  const stated = head.version.card.vocabulary;
  if (stated && stated.digest !== needed.digest)
    throw new VocabularyMismatch(version.ref, needed, { digest: stated.digest, size: stated.size }, null);
  if (vocabularyDigest === null) return;
  const found = { digest: vocabularyDigest, size: columns[0]?.length ?? 0 };
  if (found.digest !== needed.digest || found.size !== needed.size)
    throw new VocabularyMismatch(version.ref, needed, found, null);
}

/** What is done to a profile here. A recipe that depends on the batch is refused whoever carried it out: nobody knows in what company. */
function stepsFor({ unit }: ProfileTable, tower: Tower): readonly ProfileStep[] {
  const recipe = profileRecipe(recipeOf(tower));
  if (recipe.kind === 'KNOWN') return unit === 'COUNTS' ? recipe.steps : [];
  if (recipe.kind !== 'BATCH_DEPENDENT' && unit === 'TOWER') return [];
  if (recipe.kind === 'BATCH_DEPENDENT')
    throw new BadUserInput(
      'model',
      'must name a head whose recipe gives an item the same vector in every batch: this one scales counts to a statistic of the batch and pins no constant',
      { step: recipe.op },
    );
  throw new BadUserInput(
    'profile.unit',
    'must be TOWER for this head: its recipe has a step that is not carried out here',
    {
      step: recipe.op,
    },
  );
}

function checkNumbers({ argument, unit, columns }: ProfileTable): void {
  for (const column of columns) {
    if (!column.every(Number.isFinite)) throw new BadUserInput(argument, 'must have finite numbers only');
    if (unit !== 'COUNTS') continue;
    if (column.some((value) => value < 0)) throw new BadUserInput(argument, 'must have no counts below zero');
    // Values that somebody has normalised look like counts and are not.
    if (!column.every(Number.isInteger))
      throw new UnitMismatch(
        argument,
        { unit: 'counts', transform: 'NONE' },
        { unit: 'values that are not whole numbers', transform: 'unknown' },
      );
  }
}

async function sentences({ argument, genes, columns }: ProfileTable, tower: Tower): Promise<TowerInput> {
  const rules = sentenceRules(recipeOf(tower));
  if (!rules)
    throw new BadUserInput('model', 'must name a head whose card says how a profile becomes text (TOP_GENES)');
  if (genes === null) throw new BadUserInput(argument, 'must name its genes: this head takes their names');
  checkNames(genes, argument);
  const { version } = tower;
  const listed = rules.excludePath === null ? '' : await readFile(version.artifactFile(rules.excludePath), 'utf8');
  const excluded = new Set(listed.split('\n').map((name) => name.trim()));
  const made = columns.map((column) => sentenceOf(genes, column, { rules, excluded, argument }));
  return {
    profiles: { kind: 'SENTENCES', rows: made.length, sentences: made },
    geneCount: genes.length,
    panelSize: null,
    missing: [],
  };
}

/** A sentence is made of symbols: a head has never met an id in one. */
const ENSEMBL_ID = /^ENS[A-Z]*G\d{11}(\.\d+)?$/;

function checkNames(genes: readonly string[], argument: string): void {
  const position = genes.findIndex((name) => ENSEMBL_ID.test(name) || /^\s*$|\s/.test(name));
  if (position >= 0)
    throw new BadUserInput(
      `${argument}.genes`,
      'must be gene symbols, each one word: this head takes their names as text, and has met no Ensembl ids',
      { position },
    );
  if (new Set(genes).size < genes.length) throw new BadUserInput(`${argument}.genes`, 'must have each gene once');
}

function sentenceOf(
  genes: readonly string[],
  column: Float64Array,
  {
    rules,
    excluded,
    argument,
  }: {
    readonly rules: NonNullable<ReturnType<typeof sentenceRules>>;
    readonly excluded: ReadonlySet<string>;
    readonly argument: string;
  },
): string {
  try {
    return geneSentence(genes, column, rules, excluded);
  } catch {
    throw new BadUserInput(argument, 'must have one expressed gene or more that the head does not leave out');
  }
}

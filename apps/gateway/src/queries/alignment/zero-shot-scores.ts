import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PassedOverReason } from '#graphql/generated/schema-types';
import {
  backgroundSets,
  contrastOf,
  cosinesOf,
  geneMoments,
  type GeneMoments,
  prototypeProfile,
} from '#libs/alignment';
import { BadUserInput } from '#libs/errors';
import { geneSetOfLine } from '#libs/transcriptomics';
import { type AlignmentHead, type ReferenceSet, type ReferenceSets, towerOf } from '#gateway/alignment';
import type { ModelGenes } from '#gateway/gene-catalog';
import type { AnswerScope, ProfilePipeline } from '#gateway/pipeline';
import { servedVectors } from './served-vectors.js';

/** How prototypes are made and what they are held against. */
export interface ZeroShotSettings {
  readonly shift: number;
  readonly background: number;
  readonly seed: number;
  readonly minSize: number;
}

/** A set of the collection against an image; no similarity where it was passed over. */
export interface ZeroShotScore {
  readonly name: string;
  readonly size: number;
  readonly overlap: number;
  readonly passedOver: PassedOverReason | null;
  readonly similarity: number | null;
  readonly contrast: number | null;
  readonly standardised: number | null;
  readonly backgroundPercentile: number | null;
  /** SHA-256 over the names of the prototype's genes, in the order of the vocabulary. */
  readonly genes: string;
}

/** What is held against prototypes. */
export interface ZeroShotQuestion {
  readonly head: AlignmentHead;
  /** `[dim]`, of length one */
  readonly image: Float32Array;
  /** null for the head's first */
  readonly referenceSet: string | null;
}

interface PlacedSet {
  readonly name: string;
  readonly size: number;
  readonly members: Uint32Array;
  readonly genes: string;
}

/** Prototypes of one question: more would be more than a model server's fair share. */
const MOST_NUMBERS = 20_000_000;
const ROWS_AT_ONCE = 200;

/** Holds an image against prototypes of pathways, by the head's own transcriptome tower. */
export class ZeroShotScores {
  constructor(
    private readonly pipeline: ProfilePipeline,
    private readonly genes: ModelGenes,
    private readonly sets: ReferenceSets,
  ) {}

  /**
   * @param lines of the collection, in GMT
   * @throws BadUserInput for settings out of their bounds, and a reference set without expression
   */
  async of(
    { head, image, referenceSet }: ZeroShotQuestion,
    lines: readonly string[],
    settings: ZeroShotSettings,
    scope: AnswerScope,
  ) {
    checkSettings(settings);
    const reference = await this.sets.of(head, referenceSet);
    const tower = towerOf(head, 'TRANSCRIPTOME', scope.snapshot);
    const { index } = await this.genes.of(tower.version);
    const width = index.genes.length;
    const moments = geneMoments(expressionOf(reference), width);
    const varying = Uint32Array.from(index.genes.keys()).filter((gene) => (moments.deviations[gene] ?? 0) > 0);
    const varies = new Set(varying);
    const sets = lines.map((line) => {
      const set = placed(line, (name) => {
        const found = index.find(name);
        return found.kind === 'FOUND' && varies.has(found.position) ? found.position : null;
      });
      return { ...set, genes: genesDigest(set.members, index.genes) };
    });
    const reasons = sets.map(({ members }) => whyPassedOver(members.length, varying.length, settings.minSize));
    const scored = sets.filter((_, at) => reasons[at] === null);
    if (scored.length === 0)
      return { scores: sets.map((set, at) => toScore(set, reasons[at] ?? null, null)), provenance: null, reference };
    const sizes = [...new Set(scored.map(({ members }) => members.length))];
    const random = sizes.flatMap((size) => [...backgroundSets(varying, size, settings.background, settings.seed)]);
    const prototypes = [...scored.map(({ members }) => members), ...random];
    const values = await profilesOf(prototypes, moments, width, { shift: settings.shift, signal: scope.signal });
    const profiles = { kind: 'VALUES', rows: prototypes.length, values, width } as const;
    const answered = await this.pipeline.answer(tower.version, profiles, scope);
    const cosines = cosinesOf(image, servedVectors(answered.values, head, answered.serverId));
    const backgroundOf = (size: number): Float64Array => {
      const from = scored.length + sizes.indexOf(size) * settings.background;
      return cosines.subarray(from, from + settings.background);
    };
    const scores = sets.map((set, at) => {
      const place = scored.indexOf(set);
      if (place < 0) return toScore(set, reasons[at] ?? null, null);
      const similarity = cosines[place] ?? NaN;
      return toScore(set, null, { similarity, ...contrastOf(similarity, backgroundOf(set.members.length)) });
    });
    return { scores, provenance: answered.provenance, reference };
  }
}

function checkSettings({ shift, background, seed, minSize }: ZeroShotSettings): void {
  if (!(shift > 0 && shift <= 5)) throw new BadUserInput('shift', 'must be over 0, up to 5');
  if (background < 20 || background > 500) throw new BadUserInput('background', 'must be 20 to 500');
  if (seed < 0) throw new BadUserInput('seed', 'must be 0 or more');
  if (minSize < 2) throw new BadUserInput('minSize', 'must be 2 or more');
}

/** @throws BadUserInput */
export function expressionOf({ stated, expression }: ReferenceSet): Float32Array {
  if (!expression)
    throw new BadUserInput('referenceSet', 'must name a set with expression: this one has embeddings alone', {
      referenceSet: stated.id,
    });
  return expression;
}

function genesDigest(members: Uint32Array, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const member of members) hash.update(`${names[member] ?? ''}\n`);
  return hash.digest('hex');
}

function placed(line: string, positionOf: (name: string) => number | null): Omit<PlacedSet, 'genes'> {
  const { name, genes } = geneSetOfLine(line);
  const positions = new Set(genes.flatMap((gene) => positionOf(gene) ?? []));
  return { name, size: genes.length, members: Uint32Array.from(positions).sort() };
}

function whyPassedOver(overlap: number, varying: number, minSize: number): PassedOverReason | null {
  if (overlap < minSize) return 'TOO_SMALL';
  return overlap === varying ? 'COVERS_ALL' : null;
}

async function profilesOf(
  sets: readonly Uint32Array[],
  moments: GeneMoments,
  width: number,
  { shift, signal }: { readonly shift: number; readonly signal: AbortSignal },
): Promise<Float32Array> {
  if (sets.length * width > MOST_NUMBERS)
    throw new BadUserInput('first', 'must be less for this head, or `background`: its vocabulary is long', {
      mostPrototypes: Math.floor(MOST_NUMBERS / width),
    });
  const values = new Float32Array(sets.length * width);
  for (const [row, members] of sets.entries()) {
    values.set(prototypeProfile(moments, members, shift), row * width);
    if (row % ROWS_AT_ONCE < ROWS_AT_ONCE - 1) continue;
    await nextTurn();
    signal.throwIfAborted();
  }
  return values;
}

interface Found extends ReturnType<typeof contrastOf> {
  readonly similarity: number;
}

function toScore(
  { name, size, members, genes }: PlacedSet,
  passedOver: PassedOverReason | null,
  found: Found | null,
): ZeroShotScore {
  const { similarity = null, contrast = null, standardised = null, percentile = null } = found ?? {};
  return {
    name,
    size,
    overlap: members.length,
    passedOver,
    similarity,
    contrast,
    standardised,
    backgroundPercentile: percentile,
    genes,
  };
}

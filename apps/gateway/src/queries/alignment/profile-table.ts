import type { ExpressionProfileInput, MissingGenes, ProfileUnit } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound, UnitMismatch } from '#libs/errors';
import type { StoredMatrix } from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import { type ExpressionMatrix, loadMatrix, type MatrixCatalog } from '#gateway/expression-matrices';
import { Turns } from '#gateway/gene-catalog';

/** Expression of genes in one sample or several, before it is what a tower takes. */
export interface ProfileTable {
  readonly argument: string;
  /** Null where values stand by the position of a vocabulary, which `vocabularyDigest` names. */
  readonly genes: readonly string[] | null;
  readonly vocabularyDigest: string | null;
  /** a column for each sample: `[genes]` */
  readonly columns: readonly Float64Array[];
  /** what was counted in each sample, over all genes that were measured; null where nobody says */
  readonly libraries: readonly number[] | null;
  readonly unit: ProfileUnit;
  readonly missing: MissingGenes;
}

/** What a stored matrix is, in the words of its owner. */
interface MatrixWords {
  readonly unit: string;
  readonly transform: string;
}

/** Samples of a stored matrix. */
export interface WantedSamples {
  readonly matrix: string;
  readonly samples: readonly string[];
  readonly missing: MissingGenes;
  readonly argument: string;
}

/** Who asks, and for which tower. */
export interface TableAsker {
  readonly tenant: string;
  /** The steps of the tower's recipe: a matrix with this very transform is on the tower's scale. */
  readonly recipe: readonly string[];
  readonly signal: AbortSignal;
}

const MOST_GENES = 100_000;
/** A matrix may have 960 MB. */
const MOST_READINGS = 1;
const COUNTS = /^(raw |umi )?(counts?|umis?)$/i;

/** Profiles out of what callers state, or of their stored matrices. */
export class ProfileTables {
  private readonly turns = new Turns(MOST_READINGS);

  constructor(
    private readonly matrices: MatrixCatalog,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws BadUserInput, NotFound, UnitMismatch */
  async of(input: ExpressionProfileInput, { tenant, recipe, signal }: TableAsker): Promise<ProfileTable> {
    const isMatrix = typeof input.matrix === 'string';
    if (isMatrix === Array.isArray(input.values))
      throw new BadUserInput('profile', 'must have either `values`, or `matrix` with `sample`');
    if (!isMatrix) return statedTable(input);
    const { matrix, sample, missing = 'REFUSE', librarySize, unit } = input;
    if (typeof sample !== 'string') throw new BadUserInput('profile.sample', 'must be stated beside `matrix`');
    if (typeof librarySize === 'number' || typeof unit === 'string' || input.genes || input.vocabularyDigest)
      throw new BadUserInput(
        'profile',
        'must state `genes`, `unit`, `librarySize` and `vocabularyDigest` for `values` alone: a matrix says them itself',
      );
    const wanted = { matrix: String(matrix), samples: [sample], missing, argument: 'profile' };
    return this.ofSamples(wanted, { tenant, recipe, signal });
  }

  /** Samples of a stored matrix, in the order in which they are named. @throws BadUserInput, NotFound, UnitMismatch */
  async ofSamples(
    { matrix: id, samples, missing, argument }: WantedSamples,
    { tenant, recipe, signal }: TableAsker,
  ): Promise<ProfileTable> {
    const row = await this.matrices.matrices.byId(tenant, id);
    if (!row) throw new NotFound('expression matrix');
    const unit = unitOf(row, recipe, argument);
    const matrix = await this.turns.take(() => loadMatrix(this.blobs, row, signal), signal);
    const { genes, places } = namesOf(matrix, row, samples, argument);
    const columns = places.map((place) => columnOf(matrix, row, place));
    const libraries = unit === 'COUNTS' ? columns.map((column) => column.reduce((sum, value) => sum + value, 0)) : null;
    return { argument, genes, vocabularyDigest: null, columns, libraries, unit, missing };
  }
}

function statedTable(input: ExpressionProfileInput): ProfileTable {
  const { genes, values, unit, librarySize, vocabularyDigest, missing = 'REFUSE' } = input;
  const numbers = Float64Array.from(values ?? []);
  if (numbers.length === 0 || numbers.length > MOST_GENES)
    throw new BadUserInput('profile.values', `must be 1 to ${MOST_GENES} numbers`);
  if (!unit) throw new BadUserInput('profile.unit', 'must be stated: COUNTS or TOWER. Nothing is guessed');
  if (Array.isArray(genes) === (typeof vocabularyDigest === 'string'))
    throw new BadUserInput(
      'profile.genes',
      'must name the gene of each value; or `vocabularyDigest` the list whose order they have, and not both',
    );
  if (genes && genes.length !== numbers.length)
    throw new BadUserInput('profile.genes', 'must have as many names as there are values');
  if (unit === 'COUNTS' && typeof librarySize !== 'number')
    throw new BadUserInput(
      'profile.librarySize',
      'must be stated for counts: the sum over all genes that were measured in the sample. The sum over these genes alone would be another scale',
    );
  const total = numbers.reduce((sum, value) => sum + value, 0);
  if (unit === 'COUNTS' && !((librarySize ?? 0) >= total))
    throw new BadUserInput('profile.librarySize', 'must not be less than the sum of the values');
  const libraries = unit === 'COUNTS' ? [librarySize ?? 0] : null;
  const names = genes ?? null;
  return {
    argument: 'profile',
    genes: names,
    vocabularyDigest: vocabularyDigest ?? null,
    columns: [numbers],
    libraries,
    unit,
    missing,
  };
}

/** What the matrix's owner said of it; values on another scale are not converted in silence. */
function unitOf({ unit, transform }: MatrixWords, recipe: readonly string[], argument: string): ProfileUnit {
  if (transform.toUpperCase() === 'NONE' && COUNTS.test(unit)) return 'COUNTS';
  if (recipe.length > 0 && transform.toUpperCase() === recipe.join('+').toUpperCase()) return 'TOWER';
  throw new UnitMismatch(`${argument}.matrix`, { unit: 'counts', transform: 'NONE' }, { unit, transform });
}

function namesOf(
  { names }: StoredMatrix,
  { geneCount }: ExpressionMatrix,
  wanted: readonly string[],
  argument: string,
) {
  const [genesText = '', samplesText = ''] = Buffer.from(names).toString('utf8').split('\n\n');
  const place = new Map(
    samplesText
      .trimEnd()
      .split('\n')
      .map((name, at) => [name, at]),
  );
  const unknown = wanted.filter((name) => !place.has(name));
  if (unknown.length > 0)
    throw new BadUserInput(`${argument}.sample`, 'must be the name of a sample of the matrix', {
      unknown: unknown.length,
    });
  return { genes: genesText.split('\n').slice(0, geneCount), places: wanted.map((name) => place.get(name) ?? 0) };
}

function columnOf({ values }: StoredMatrix, { geneCount, sampleCount }: ExpressionMatrix, place: number): Float64Array {
  return Float64Array.from({ length: geneCount }, (_, gene) => values[gene * sampleCount + place] ?? NaN);
}

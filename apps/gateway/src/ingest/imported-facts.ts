import { type ModelVersion } from '#model-registry';
import { type CoordsUnit, type FeatureFile } from '#libs/array-files';
import { BadUserInput, type ContractDifference, FeatureContractMismatch, SlideResolutionUnknown } from '#libs/errors';
import { type Slide } from '#gateway/slide-catalog';

/** What the caller states about a feature file; null where the file is expected to say it. */
export interface StatedFacts {
  readonly mpp: number | null;
  readonly tileSizePx: number | null;
  readonly tileEdgePx: number | null;
  readonly coordsUnit: CoordsUnit | null;
  /** What the rows are of. */
  readonly level: 'TILE' | 'CELL' | null;
}

/** File and caller together, once nothing is missing and nothing contradicts. */
export interface ImportedFacts {
  readonly mpp: number;
  readonly tileSizePx: number;
  readonly tileEdgePx: number;
  readonly coordsUnit: CoordsUnit;
}

// Resolutions are stated to two or three digits, and a tile's edge is rounded to whole pixels.
const TOLERANCE = 0.02;

const FOREIGN_COORDS = 'The coordinates of the feature file do not fit this slide';

/** Refuses a file that says that it is of another encoder or another slide, or whose features have another length. */
export function refuseForeignFile({ declared, dim }: FeatureFile, encoder: ModelVersion, slide: Slide): void {
  const expectedDim = encoder.card.output.embedding?.dim ?? 0;
  refuse('The feature file is of another encoder or another slide', [
    ...differs('dim', expectedDim, dim),
    // The file's own word for the encoder is not repeated: it is free text.
    ...(declared.encoder !== undefined && plain(declared.encoder) !== plain(encoder.name)
      ? [{ field: 'encoder', needed: encoder.name, found: 'another name' }]
      : []),
    ...(declared.slideWidthPx === undefined ? [] : differs('slideWidthPx', slide.widthPx, declared.slideWidthPx)),
    ...(declared.slideHeightPx === undefined ? [] : differs('slideHeightPx', slide.heightPx, declared.slideHeightPx)),
  ]);
}

/**
 * What the rows are of. Tiles need not be called so; that rows are cells, file or caller must say, for a file of cells looks like one of tiles.
 * @throws BadUserInput where nobody says it, FeatureContractMismatch where it is not what the encoder encodes
 */
export function agreeOnLevel(
  { declared }: FeatureFile,
  { level: stated }: StatedFacts,
  needed: 'TILE' | 'CELL',
): 'TILE' | 'CELL' {
  if (stated !== null && declared.level !== undefined && stated !== declared.level)
    refuse(NOT_AS_STATED, [{ field: 'level', needed: stated, found: declared.level }]);
  const found = declared.level ?? stated ?? (needed === 'TILE' ? 'TILE' : null);
  if (found === null)
    throw new BadUserInput('input.level', 'must be stated for the features of cells: the file does not say it');
  if (found !== needed)
    refuse('The rows of the feature file are not what the encoder encodes', [{ field: 'level', needed, found }]);
  return found;
}

/** @throws BadUserInput for what nobody says, FeatureContractMismatch for what file, caller and slide say differently */
export function agreeOnFacts(file: FeatureFile, stated: StatedFacts, slide: Slide): ImportedFacts {
  const { mpp, tileSizePx, tileEdgePx = edgeOf(file.declared.tileSizeUm, slide) } = file.declared;
  const declared = { mpp, tileSizePx, tileEdgePx, coordsUnit: file.coordsUnit ?? undefined };
  demandWhatNobodySays(declared, stated);
  const facts = {
    mpp: agree('mpp', stated.mpp, declared.mpp),
    tileSizePx: agree('tileSizePx', stated.tileSizePx, declared.tileSizePx),
    tileEdgePx: agree('tileEdgePx', stated.tileEdgePx, declared.tileEdgePx),
    coordsUnit: agreeOnUnit(stated.coordsUnit, declared.coordsUnit),
  };
  const slideMpp = slide.mpp ?? slide.mppStated;
  if (slideMpp !== null) {
    // One tile has one physical size, whichever way it is computed; one pixel of rounding is allowed.
    const needed = (facts.tileSizePx * facts.mpp) / slideMpp;
    if (Math.abs(needed - facts.tileEdgePx) > Math.max(1, needed * TOLERANCE))
      refuse('Tile size, resolution and tile edge do not fit together on this slide', [
        { field: 'tileEdgePx', needed, found: facts.tileEdgePx },
      ]);
  }
  return facts;
}

/** Coordinates in level-0 pixels. @throws FeatureContractMismatch when a tile does not lie on the slide: another unit, or another slide */
export function level0Coords(file: FeatureFile, { coordsUnit, tileEdgePx }: ImportedFacts, slide: Slide): Int32Array {
  if (!file.coords)
    throw new BadUserInput(
      'input.coordsPath',
      'must name the coordinates of the tiles: the file has none, and they are never made up',
    );
  const slideMpp = slide.mpp ?? slide.mppStated;
  if (coordsUnit === 'UM' && slideMpp === null) throw new SlideResolutionUnknown();
  const pixelsPerUnit = coordsUnit === 'UM' ? 1 / (slideMpp ?? NaN) : 1;
  const coords = Int32Array.from(file.coords, (value) => Math.round(value * pixelsPerUnit));
  // Tilings may hang over the right and lower edge by less than a tile.
  const outside = coords.findIndex(
    (value, index) => value < 0 || value >= (index % 2 === 0 ? slide.widthPx : slide.heightPx),
  );
  if (outside >= 0)
    refuse(FOREIGN_COORDS, [
      {
        field: 'coords',
        needed: `on the slide of ${slide.widthPx} x ${slide.heightPx} px`,
        found: coords[outside] ?? null,
      },
    ]);
  checkSpread(coords, tileEdgePx);
  return coords;
}

/** Micrometres taken for pixels (or pixels of a coarse level) crowd all tiles into a corner, on top of each other. */
function checkSpread(coords: Int32Array, tileEdgePx: number): void {
  const places = new Set<string>();
  for (let i = 0; i < coords.length; i += 2) places.add(`${coords[i]},${coords[i + 1]}`);
  if (places.size < coords.length / 2)
    refuse(FOREIGN_COORDS, [
      {
        field: 'coords',
        needed: 'a place of its own for each tile',
        found: `${coords.length / 2 - places.size} tiles on the place of another, with an edge of ${tileEdgePx} px`,
      },
    ]);
}

type Declared = { readonly [Field in keyof ImportedFacts]: ImportedFacts[Field] | undefined };

/** All of it at once, so that nobody learns it a refusal at a time. */
function demandWhatNobodySays(declared: Declared, stated: StatedFacts): void {
  const fields = ['mpp', 'tileSizePx', 'tileEdgePx', 'coordsUnit'] as const;
  const [first, ...more] = fields
    .filter((field) => declared[field] === undefined && stated[field] === null)
    .map((field) => `input.${field}`);
  if (first === undefined) return;
  const rule =
    more.length === 0
      ? 'must be stated: the file does not say it'
      : `must be stated, and so must ${more.map((name) => `\`${name}\``).join(', ')}: the file does not say them`;
  throw new BadUserInput(first, rule, { missing: [first, ...more] });
}

const NOT_AS_STATED = 'The feature file says otherwise than was stated';

function agree(
  field: 'mpp' | 'tileSizePx' | 'tileEdgePx',
  stated: number | null,
  declared: number | undefined,
): number {
  const found = declared ?? stated ?? NaN;
  if (!(found > 0 && Number.isFinite(found))) throw new BadUserInput(`input.${field}`, 'must be over 0');
  if (stated !== null && declared !== undefined && Math.abs(stated / declared - 1) > TOLERANCE)
    refuse(NOT_AS_STATED, [{ field, needed: stated, found: declared }]);
  return found;
}

function agreeOnUnit(stated: CoordsUnit | null, declared: CoordsUnit | undefined): CoordsUnit {
  const unit = declared ?? stated;
  if (unit === null) throw new BadUserInput('input.coordsUnit', 'must be stated: the file does not say it');
  if (stated !== null && stated !== unit) refuse(NOT_AS_STATED, [{ field: 'coordsUnit', needed: stated, found: unit }]);
  return unit;
}

function edgeOf(tileSizeUm: number | undefined, slide: Slide): number | undefined {
  const slideMpp = slide.mpp ?? slide.mppStated;
  return tileSizeUm === undefined || slideMpp === null ? undefined : tileSizeUm / slideMpp;
}

function differs(field: string, needed: number, found: number): readonly ContractDifference[] {
  return needed === found ? [] : [{ field, needed, found }];
}

function refuse(sentence: string, differences: readonly ContractDifference[]): void {
  if (differences.length > 0) throw new FeatureContractMismatch(differences, sentence);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

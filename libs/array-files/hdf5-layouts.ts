import type { Dataset } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import type { CoordsUnit, FeatureFileDeclaration } from './feature-file.types.js';
import { attributesOf, type AttributeReader } from './hdf5-attributes.js';
import type { Hdf5File } from './hdf5-file.js';

/** The newest STAMP whose files are understood; a file of a newer one is refused, as STAMP itself does. */
const NEWEST_STAMP = { major: 2, minor: 5 };

const DATASETS = [
  { dataset: 'features', layout: 'TRIDENT' },
  { dataset: 'feats', layout: 'STAMP' },
  { dataset: 'patch_embeddings', layout: 'STAMP' },
] as const;

export type Hdf5Layout = (typeof DATASETS)[number];

/** What a file's attributes say. `coordsUnit` is null when neither an attribute nor the layout says. */
export interface LayoutDescription {
  readonly declared: FeatureFileDeclaration;
  readonly coordsUnit: CoordsUnit | null;
}

/** Which dataset holds the tile features. @throws ArtifactInvalid when none does, or several could */
export function findLayout(names: ReadonlySet<string>): Hdf5Layout {
  const [found, ...others] = DATASETS.filter(({ dataset }) => names.has(dataset));
  if (!found) throw new ArtifactInvalid('it has no dataset `features`, `feats` or `patch_embeddings`');
  if (others.length > 0) throw new ArtifactInvalid('it has several datasets that could be its tile features');
  return found;
}

/** Reads the attributes of a layout. @throws ArtifactInvalid when one is of the wrong kind or says that the file is none of tiles */
export function describeLayout(
  file: Hdf5File,
  layout: Hdf5Layout['layout'],
  features: Dataset,
  coords: Dataset | null,
): LayoutDescription {
  const { module, root } = file;
  if (layout === 'STAMP') return describeStamp(attributesOf(module, root));
  const isInteger = coords?.metadata.type === module.H5T_class_t.H5T_INTEGER.value;
  return describeTrident(attributesOf(module, features), coords && attributesOf(module, coords), isInteger);
}

/** STAMP 2: attributes on the root; micrometres only where `unit` says so (older files hold "256 um = 224" units). */
function describeStamp(root: AttributeReader): LayoutDescription {
  const stampVersion = root.text('stamp_version');
  if (stampVersion !== undefined) checkStampVersion(stampVersion);
  const featType = root.text('feat_type');
  if (featType !== undefined && featType !== 'tile')
    throw new ArtifactInvalid('it holds a feature of a slide or patient, not of tiles');
  const unit = root.text('unit');
  if (unit !== undefined && unit !== 'um') throw new ArtifactInvalid('its coordinates have a unit other than um');
  const tileSizeUm = root.number('tile_size_um');
  const tileSizePx = root.number('tile_size_px');
  const declared = {
    encoder: root.text('extractor'),
    tileSizeUm,
    tileSizePx,
    mpp: tileSizeUm !== undefined && tileSizePx !== undefined ? tileSizeUm / tileSizePx : undefined,
    stampVersion,
    codeHash: root.text('code_hash'),
  };
  return { declared: stated(declared), coordsUnit: unit === 'um' ? 'UM' : null };
}

/** TRIDENT and CLAM: attributes on `coords`, the encoder's name on `features`; coordinates are level-0 pixels by definition, as whole numbers. */
function describeTrident(
  features: AttributeReader,
  coords: AttributeReader | null,
  isInteger: boolean,
): LayoutDescription {
  const encoder = features.text('encoder');
  const level = levelOf(features.text('level'));
  if (!coords) return { declared: stated({ encoder, level }), coordsUnit: null };
  const tileSizePx = coords.number('patch_size');
  // CLAM states the level that a patch of patch_size was read from; only on level 0 is that its edge there.
  const levelEdge = coords.number('patch_level', 0) === 0 ? tileSizePx : undefined;
  const tileEdgePx = coords.number('patch_size_level0') ?? levelEdge;
  const declared = {
    encoder,
    level,
    tileSizePx,
    tileEdgePx,
    overlapPx: coords.number('overlap', 0),
    slideWidthPx: coords.number('level0_width'),
    slideHeightPx: coords.number('level0_height'),
    level0Magnification: coords.number('level0_magnification'),
    targetMagnification: coords.number('target_magnification'),
  };
  return { declared: stated(declared), coordsUnit: isInteger || tileEdgePx !== undefined ? 'PX_LEVEL0' : null };
}

/** Not of TRIDENT, which has tiles alone: who writes cells in its layout says so. */
function levelOf(word: string | undefined): 'TILE' | 'CELL' | undefined {
  if (word === undefined) return undefined;
  if (word === 'tile' || word === 'patch') return 'TILE';
  if (word === 'cell') return 'CELL';
  throw new ArtifactInvalid('its attribute level is neither tile nor cell');
}

function checkStampVersion(version: string): void {
  const [, major, minor] = /^(\d{1,4})\.(\d{1,4})(?:\.|$)/.exec(version) ?? [];
  if (major === undefined || minor === undefined)
    throw new ArtifactInvalid('its attribute stamp_version is not a version');
  const isNewer =
    Number(major) > NEWEST_STAMP.major || (Number(major) === NEWEST_STAMP.major && Number(minor) > NEWEST_STAMP.minor);
  if (isNewer)
    throw new ArtifactInvalid(`it was written by a STAMP newer than ${NEWEST_STAMP.major}.${NEWEST_STAMP.minor}`);
}

type Undefinable<T> = { readonly [K in keyof T]: T[K] | undefined };

function stated(declared: Undefinable<FeatureFileDeclaration>): FeatureFileDeclaration {
  const entries = Object.entries(declared).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

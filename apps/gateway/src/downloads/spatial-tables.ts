import { type SpatialScale } from '#graphql/generated/schema-types';
import { type AnnDataFacts, writeAnnData } from '#libs/array-files';
import { layersOnScale, layerNamesOf } from '#gateway/queries/spatial-map';
import { type ModelGenes } from '#gateway/gene-catalog';
import { type MapLayers, mapParametersOf, type SpatialMap } from '#gateway/spatial-maps';
import { type ReadableMap } from './spatial-map-reader.js';

/** Tiles that are written in one piece. */
const TILES_AT_ONCE = 100;

/** Which layers are written, and how. */
export interface WantedLayers {
  readonly positions: readonly number[];
  readonly scale: SpatialScale;
}

/** Layers of maps as files of places, for other programs. Tiles without a value are not in them. */
export class SpatialTables {
  constructor(
    private readonly stored: MapLayers,
    private readonly genes: ModelGenes,
  ) {}

  /** An AnnData file: a tile an observation, a layer a variable, the tiles' centres in `obsm/spatial`. */
  async annData(
    { map, version }: ReadableMap,
    { positions, scale }: WantedLayers,
    limits: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<Uint8Array> {
    const { valued, coords, values } = await this.read(map, { positions, scale }, limits.signal);
    const names = await layerNamesOf(map, version, { genes: this.genes, layers: this.stored });
    const layers = positions.map((position) => names.at(position));
    const kept = new Float32Array(positions.length * valued.length);
    layers.forEach((_, layer) =>
      valued.forEach((tile, at) => (kept[layer * valued.length + at] = values[layer * map.tileCount + tile] ?? NaN)),
    );
    const corners = (axis: 0 | 1): Int32Array => Int32Array.from(valued, (tile) => coords[tile * 2 + axis] ?? 0);
    const half = map.tileEdgePx / 2;
    return writeAnnData(
      {
        layers: kept,
        obs: {
          index: valued.map((tile) => `${coords[tile * 2]}x${coords[tile * 2 + 1]}`),
          columns: [
            { name: 'x_px', values: corners(0) },
            { name: 'y_px', values: corners(1) },
          ],
        },
        var: {
          index: layers.map(({ name }) => name),
          columns: [
            { name: 'reliable', values: Int32Array.from(layers, ({ reliable }) => Number(reliable)) },
            { name: 'registered_r', values: Float64Array.from(layers, ({ evidence }) => evidence?.r ?? NaN) },
          ],
        },
        spatial: Float64Array.from(
          valued.flatMap((tile) => [0, 1].map((axis) => (coords[tile * 2 + axis] ?? NaN) + half)),
        ),
        uns: factsOf(map, scale),
      },
      limits,
    );
  }

  /** A GeoJSON FeatureCollection, piece by piece: a square a tile in level-0 pixels, with its values as measurements, as QuPath reads it. */
  async *geoJson({ map, version }: ReadableMap, wanted: WantedLayers, signal: AbortSignal): AsyncGenerator<string> {
    const { valued, coords, values } = await this.read(map, wanted, signal);
    const names = await layerNamesOf(map, version, { genes: this.genes, layers: this.stored });
    const measured = wanted.positions.map((position) => names.at(position).name);
    const featureOf = (tile: number): string => {
      const measurements = Object.fromEntries(
        measured.map((name, at) => [name, values[at * map.tileCount + tile] ?? NaN]),
      );
      const [x = 0, y = 0, edge] = [coords[tile * 2], coords[tile * 2 + 1], map.tileEdgePx];
      const ring = [[x, y], [x + edge, y], [x + edge, y + edge], [x, y + edge], [x, y]]; // prettier-ignore
      const geometry = { type: 'Polygon', coordinates: [ring] };
      return JSON.stringify({ type: 'Feature', geometry, properties: { objectType: 'tile', measurements } });
    };
    yield `{"type":"FeatureCollection","features":[\n`;
    for (let from = 0; from < valued.length; from += TILES_AT_ONCE) {
      const lines = valued.slice(from, from + TILES_AT_ONCE).map(featureOf);
      yield (from === 0 ? '' : ',\n') + lines.join(',\n');
    }
    yield '\n]}\n';
  }

  private async read(map: SpatialMap, { positions, scale }: WantedLayers, signal: AbortSignal) {
    const coords = await this.stored.coords(map, signal);
    const chosen = await this.stored.chosen(map, positions, signal);
    // A tile has values in every layer or in none.
    const valued = Array.from({ length: map.tileCount }, (_, tile) => tile).filter(
      (tile) => !Number.isNaN(chosen[tile]),
    );
    return { coords, valued, values: await layersOnScale(chosen, map.tileCount, scale, signal) };
  }
}

function factsOf(map: SpatialMap, scale: SpatialScale): AnnDataFacts {
  const { unit, transform, meaning } = mapParametersOf(map);
  const scalefactors = { spot_diameter_fullres: map.tileEdgePx, tissue_hires_scalef: 1, tissue_lowres_scalef: 1 };
  return {
    spatial: { [map.slideId]: { images: {}, scalefactors, metadata: { coordinates: 'pixels of level 0' } } },
    tessera: {
      ...{ map: map.digest, model: map.modelRef, slide: map.slideId, mode: map.mode, scale },
      ...{ unit, transform, meaning, tiles_without_value: map.tileCount - map.valuedTileCount },
    },
  };
}

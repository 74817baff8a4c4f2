import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadUserInput } from '#libs/errors';
import { type MatrixScores, scoreMatrix, type StoredMatrix } from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import type { ScoringSettings } from '#gateway/expression-matrices';
import { type GeneSetCollection, Turns } from '#gateway/gene-catalog';
import type { SpatialMapCatalog } from './map-catalog.service.js';
import type { MapLayers } from './map-layers.js';
import { mapParametersOf } from './map-parameters.js';
import { writeMap } from './map-writer.js';
import type { MapPiece } from './per-tile-rows.js';
import type { SpatialMap } from './spatial-map.entity.js';

/** Values of a map that is scored whole, as float64: 160 MB. */
const MOST_VALUES = 20_000_000;
const MOST_SCORINGS = 1;
const PAGE_VALUES = 250_000;

/** Which sets are scored, and how. */
export interface MapScoring {
  readonly collection: GeneSetCollection;
  readonly settings: ScoringSettings;
  readonly by: string;
}

interface Run {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Scores gene sets in every tile of a map: once for each question. A tile is a sample, and the tiles with values are the cohort of methods that need one. */
export class ScoreSpatialMaps {
  private readonly turns = new Turns(MOST_SCORINGS);

  constructor(
    private readonly catalog: SpatialMapCatalog,
    private readonly layers: MapLayers,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws BadUserInput for a map of scores, one that is too large, or a collection without a set that can be scored; Cancelled, DeadlineExceeded */
  async scores(map: SpatialMap, scoring: MapScoring, run: Run): Promise<SpatialMap> {
    if (map.kind !== 'EXPRESSION') throw new BadUserInput('collection', 'is scored in maps of expression');
    if (map.valuedTileCount * map.layerCount > MOST_VALUES)
      throw new BadUserInput('collection', `is scored in maps of up to ${MOST_VALUES} values: map a region`, {
        tiles: map.valuedTileCount,
        genes: map.layerCount,
      });
    const { collection, settings } = scoring;
    const parts = JSON.stringify(['spatial-pathways/1', map.digest, collection.digest, settings]);
    const digest = createHash('sha256').update(parts).digest('hex');
    return this.turns.take(async () => {
      const known = await this.catalog.byDigest(map.tenant, digest);
      return known ?? this.catalog.save(await this.make(map, digest, scoring, run));
    }, run.signal);
  }

  private async make(map: SpatialMap, digest: string, scoring: MapScoring, run: Run): Promise<SpatialMap> {
    const { collection, settings, by } = scoring;
    const { signal } = run;
    const { matrix, valued } = await this.matrixOf(map, signal);
    const sets = await this.blobs.read(collection.digest, signal);
    const made = await scoreMatrix({ matrix, reference: null, sets, ...settings }, run);
    if (made.setCount === 0)
      throw new BadUserInput('collection', 'must have a set that can be scored: none has enough genes of the map', {
        passedOver: made.passedOverCount,
      });
    const { datatype } = map;
    const written = await writeMap(
      this.blobs,
      piecesOf(made, valued, map.tileCount),
      { layerCount: made.setCount, datatype },
      signal,
      () => undefined,
    );
    const names = await this.blobs.put(Buffer.from(`${setNames(made).join('\n')}\n`), signal);
    const report = await this.blobs.put(made.report, signal);
    const parameters = mapParametersOf(map);
    const scored = {
      map: map.digest,
      collection: collection.digest,
      settings: { ...settings, method: { ...settings.method } },
    };
    return {
      ...map,
      ...{ digest, kind: 'PATHWAY_SCORES', layerCount: made.setCount, blockTiles: written.blockTiles },
      parameters: {
        ...{
          bag: parameters.bag,
          region: parameters.region && { ...parameters.region },
          windowCount: parameters.windowCount,
        },
        ...{
          unit: `${settings.method.kind} score`,
          transform: 'NONE',
          meaning: `Of ${parameters.unit}: ${parameters.meaning}`,
        },
        window: parameters.window && { ...parameters.window },
        scoring: { ...scored, setCount: made.setCount, passedOverCount: made.passedOverCount },
      },
      ...{ namesBlob: names.digest, valuesBlob: written.values.digest, valuesBytes: written.values.sizeBytes },
      ...{ reportBlob: report.digest, createdBy: by, createdAt: new Date() },
    };
  }

  /** Genes in the tiles that have values, as what is scored. */
  private async matrixOf(map: SpatialMap, signal: AbortSignal) {
    const first = await this.layers.page(map, 0, 1, signal);
    const valued = Array.from(first.keys()).filter((tile) => !Number.isNaN(first[tile]));
    const values = new Float64Array(new SharedArrayBuffer(map.layerCount * valued.length * 8));
    const atOnce = Math.max(1, Math.floor(PAGE_VALUES / map.tileCount));
    for (let from = 0; from < map.layerCount; from += atOnce) {
      const count = Math.min(atOnce, map.layerCount - from);
      const page = await this.layers.page(map, from, count, signal);
      for (let layer = 0; layer < count; layer += 1)
        valued.forEach((tile, at) => {
          values[(from + layer) * valued.length + at] = page[layer * map.tileCount + tile] ?? NaN;
        });
      await nextTurn();
    }
    const genes = await this.layers.names(map, signal);
    return {
      matrix: {
        names: namesOf(
          genes,
          valued.map((tile) => `tile-${tile}`),
        ),
        values,
      },
      valued,
    };
  }
}

/** What a stored matrix begins with. */
export function namesOf(genes: readonly string[], samples: readonly string[]): StoredMatrix['names'] {
  return Buffer.from(`${genes.join('\n')}\n\n${samples.join('\n')}\n\n`);
}

/** The sets that have scores, in the order of their rows. */
export function setNames({ report, setCount }: Pick<MatrixScores, 'report' | 'setCount'>): readonly string[] {
  const lines = Buffer.from(report).toString('utf8').trimEnd().split('\n').slice(0, setCount);
  return lines.map((line) => String(Reflect.get(JSON.parse(line), 'name')));
}

/** `[tiles, sets]` of the scores, NaN in tiles without values. */
async function* piecesOf(
  { scores, setCount }: MatrixScores,
  valued: readonly number[],
  tileCount: number,
): AsyncGenerator<MapPiece> {
  const columnOf = new Map(valued.map((tile, column) => [tile, column]));
  const atOnce = Math.max(1, Math.floor(PAGE_VALUES / setCount));
  for (let from = 0; from < tileCount; from += atOnce) {
    const tiles = Math.min(atOnce, tileCount - from);
    const rows = new Float32Array(tiles * setCount).fill(NaN);
    let valuedTiles = 0;
    for (let tile = 0; tile < tiles; tile += 1) {
      const column = columnOf.get(from + tile);
      if (column === undefined) continue;
      valuedTiles += 1;
      for (let set = 0; set < setCount; set += 1)
        rows[tile * setCount + set] = scores[set * valued.length + column] ?? NaN;
    }
    yield { rows, tiles, valuedTiles };
    await nextTurn();
  }
}

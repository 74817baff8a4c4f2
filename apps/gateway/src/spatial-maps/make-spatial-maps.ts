import { SpatialMapMissing, TooFewTiles } from '#libs/errors';
import type { BlobStore } from '#gateway/blob-store';
import type { FeatureStore } from '#gateway/feature-store';
import { ModelGenes, Turns } from '#gateway/gene-catalog';
import { type AnswerScope, loadCoords, openQuestion, type Question, tileEdgeOf } from '#gateway/pipeline';
import type { Router } from '#gateway/routing';
import { AskMembers } from './ask-members.js';
import type { SpatialMapCatalog } from './map-catalog.service.js';
import { blockTilesFor } from './map-layout.js';
import { type MapQuestion, mapQuestionOf } from './map-question.js';
import { type AskedWindow, mapShapeOf } from './map-shape.js';
import { toMapRow } from './map-row.js';
import { writeMap } from './map-writer.js';
import { type MapPiece, perTileRows, type RowSource } from './per-tile-rows.js';
import type { SpatialDatatype, SpatialMap } from './spatial-map.entity.js';
import { orderTiles, placesOf, type TileGrid } from './tile-grid.js';
import { windowRows } from './window-rows.js';

/** Model outputs that a request waits for: the demonstration's whole slide is a fifth of it. */
const MOST_OUTPUTS_OF_A_REQUEST = 30_000_000;
/** One takes the model server's time, and a hundred megabytes of memory. */
const MOST_MAPS = 1;
const MOST_WINDOWS_OF_A_CALL = 32;

/** What a map is asked of. */
export interface AskedMap {
  readonly question: Question;
  readonly window: AskedWindow;
  readonly datatype: SpatialDatatype;
}

/** How a map is waited for. */
export interface MapRun {
  readonly scope: AnswerScope;
  readonly by: string;
  readonly onTiles?: (done: number, total: number) => void;
}

/** Makes maps of what versions predict, once for each question, in the request or as a job. */
export class MakeSpatialMaps {
  private readonly turns = new Turns(MOST_MAPS);

  constructor(
    private readonly catalog: SpatialMapCatalog,
    private readonly stores: { readonly features: FeatureStore; readonly blobs: BlobStore },
    private readonly genes: ModelGenes,
    private readonly router: Pick<Router, 'infer'>,
  ) {}

  /** What can be settled and refused before a model runs. @throws DomainError of whatever stops it */
  async question({ question, window, datatype }: AskedMap, scope: AnswerScope): Promise<MapQuestion> {
    const asked = await openQuestion(question, (card) => void mapShapeOf(card, window), scope, this.stores.features);
    return mapQuestionOf(asked, mapShapeOf(asked.version.card, window), datatype);
  }

  /** The stored map, or a new one that is soon made. @throws SpatialMapMissing for one that takes longer than a request */
  async answer(question: MapQuestion, run: MapRun): Promise<SpatialMap> {
    const known = await this.catalog.byDigest(run.scope.tenant, question.digest);
    if (known) return known;
    if (question.outputs > MOST_OUTPUTS_OF_A_REQUEST)
      throw new SpatialMapMissing(question.outputs, MOST_OUTPUTS_OF_A_REQUEST);
    return this.make(question, run);
  }

  /** The stored map, or a new one however long it takes. @throws DomainError of whatever stops it; nothing is stored in part */
  async make(question: MapQuestion, run: MapRun): Promise<SpatialMap> {
    const { tenant, signal } = run.scope;
    return this.turns.take(async () => {
      // Whoever waited for a turn may find that the one before has made it.
      const known = await this.catalog.byDigest(tenant, question.digest);
      return known ?? this.catalog.save(await this.draw(question, run));
    }, signal);
  }

  private async draw(question: MapQuestion, { scope, by, onTiles }: MapRun): Promise<SpatialMap> {
    const { shape, calls, features, members, version, datatype } = question;
    const { features: store, blobs } = this.stores;
    const { signal } = scope;
    tileEdgeOf(features.bag);
    const asked = members.flatMap((member, at) => (calls[at] ? [{ version: member, call: calls[at] }] : []));
    const asking = new AskMembers(this.router, asked, shape.layerCount, scope);
    const grid = orderTiles(await loadCoords(store, features.bag, features.rows));
    const source: RowSource = {
      ...{ features: await features.features(), dim: shape.dim, layerCount: shape.layerCount, order: grid.order },
      ask: (rows, count) => asking.mean(rows, count),
    };
    let windowCount = 0;
    const pieces = piecesOf(question, source, grid, (count) => (windowCount += count));
    const options = { layerCount: shape.layerCount, datatype };
    const total = features.tileCount;
    const written = await writeMap(blobs, pieces, options, signal, (done) => onTiles?.(done, total));
    if (written.valuedTileCount === 0) throw new TooFewTiles(total, shape.window?.minTiles ?? 1);
    const { index } = await this.genes.of(version);
    const names = await blobs.put(Buffer.from(`${index.genes.join('\n')}\n`), signal);
    const coords = await blobs.put(new Uint8Array(grid.coords.buffer), signal);
    const stored = { written, namesBlob: names.digest, coordsBlob: coords.digest };
    return toMapRow(question, stored, { scope, by, servers: asking.servers, windowCount: shape.window && windowCount });
  }
}

function piecesOf(
  { shape: { window, layerCount }, calls, features }: MapQuestion,
  source: RowSource,
  { coords }: TileGrid,
  onWindows: (count: number) => void,
): AsyncIterable<MapPiece> {
  const places = calls.flatMap((call) => call.places ?? []);
  const atOnce = Math.min(...(places.length > 0 ? places : [blockTilesFor(layerCount)]));
  if (!window) return perTileRows(source, atOnce);
  const laid = {
    places: placesOf(coords, tileEdgeOf(features.bag)),
    window,
    atOnce: Math.min(MOST_WINDOWS_OF_A_CALL, atOnce),
  };
  return windowRows(source, laid, onWindows);
}

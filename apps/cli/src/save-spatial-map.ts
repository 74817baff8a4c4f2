import { extname } from 'node:path';
import { SpatialLayersDocument, SpatialMapFileDocument, type SlideFieldsFragment } from '#libs/client';
import type { CliContext } from './cli-context.js';
import { UsageError } from './cli-errors.js';

/** What `spatial export` may be told. */
export interface SpatialMapOptions {
  readonly model: string;
  readonly gene?: readonly string[];
  readonly percentile?: boolean;
  readonly out: string;
}

/** Saves a map, or chosen genes of it, as the file's ending says. */
export async function saveSpatialMap(
  context: CliContext,
  { id }: SlideFieldsFragment,
  options: SpatialMapOptions,
): Promise<void> {
  const { href, ...map } = await fileOf(context, id, options);
  const bytes = await context.client.download(href, options.out, { signal: context.signal });
  const { tileCount, valuedTileCount, layerCount, model } = map;
  const genes = options.gene?.length ?? layerCount;
  const missing = tileCount - valuedTileCount;
  context.show({ ...map, file: options.out, bytes }, () => [
    `${genes} of ${layerCount} genes of ${model} over ${tileCount} tiles: ${options.out}`,
    ...(missing > 0 ? [`${missing} tiles have no value`] : []),
  ]);
}

async function fileOf(context: CliContext, id: string, { model, gene, percentile, out }: SpatialMapOptions) {
  const ending = extname(out).toLowerCase();
  const scale = percentile ? 'PERCENTILE' : 'MODEL';
  if (!gene) {
    const { slide } = await context.ask(SpatialMapFileDocument, { id, model, scale });
    const map = slide?.spatialMap;
    const href = ending === '.h5ad' ? map?.h5adHref : ending === '.npy' && !percentile ? map?.href : undefined;
    if (!map || href === undefined)
      throw new UsageError('Without --gene the file of --out must end in .h5ad, or in .npy without --percentile.');
    return { ...map, href };
  }
  const { slide } = await context.ask(SpatialLayersDocument, { id, model, names: [...gene], scale });
  const map = slide?.spatialMap;
  const links: Readonly<Record<string, string | undefined>> = {
    '.h5ad': map?.h5adHref,
    '.geojson': map?.geoJsonHref,
    '.npy': map?.values.href,
    '.png': gene.length === 1 ? map?.layers[0]?.layer?.imageHref : undefined,
  };
  const href = links[ending];
  if (!map || href === undefined)
    throw new UsageError('The file of --out must end in .h5ad, .geojson or .npy, or in .png for one gene.');
  return { ...map, href };
}

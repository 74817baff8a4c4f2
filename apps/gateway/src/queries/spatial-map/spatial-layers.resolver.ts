import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { SpatialScale } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { ModelGenes } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { MapLayers } from '#gateway/spatial-maps';
import { numericArray } from '../arrays/numeric-array.js';
import { connectionAt, positionsOf } from '../position-page.js';
import { type FoundLayer, foundLayers, layerNamesOf, type LayerNames } from './find-layers.js';
import { layersOnScale, onScale, rangeOfLayer } from './layer-scale.js';
import { mapPath, type SpatialMapParent } from './to-spatial-map.js';

const MOST_LAYERS = 100;

interface FileArguments {
  readonly names?: readonly string[] | null;
  readonly scale: SpatialScale;
}

/** The layers of a map, chosen or page by page. */
@Resolver('SpatialMap')
export class SpatialLayersResolver {
  constructor(
    private readonly stored: MapLayers,
    private readonly genes: ModelGenes,
  ) {}

  @ResolveField('coords')
  async coords(@Parent() { map }: SpatialMapParent, @Context() { signal }: RequestContext) {
    return numericArray(await this.stored.coords(map, signal), [map.tileCount, 2], `${mapPath(map)}/coords.npy`);
  }

  @ResolveField('layers')
  async layers(@Parent() parent: SpatialMapParent, @Args('names') asked: readonly string[]) {
    const names = await this.namesOf(parent, asked);
    return asked.map((name) => {
      const { layer, ...said } = names.find(name);
      return { ...said, layer: layer && toLayer(parent, layer) };
    });
  }

  @ResolveField('layerPage')
  async layerPage(
    @Parent() parent: SpatialMapParent,
    @Args('first') first: number,
    @Args('after') after: string | null,
  ) {
    const { map } = parent;
    const page = positionsOf(map.digest, { first, after }, MOST_LAYERS);
    const names = await this.namesOf(parent);
    const count = Math.max(0, Math.min(page.count, map.layerCount - page.from));
    const nodes = Array.from({ length: count }, (_, at) => toLayer(parent, names.at(page.from + at)));
    return connectionAt(map.digest, page, nodes, map.layerCount);
  }

  @ResolveField('values')
  async values(
    @Parent() parent: SpatialMapParent,
    @Args('names') asked: readonly string[],
    @Args('scale') scale: SpatialScale,
    @Context() { signal }: RequestContext,
  ) {
    const { map } = parent;
    const positions = foundLayers(await this.namesOf(parent, asked), asked).map(({ position }) => position);
    const chosen = await this.stored.chosen(map, positions, signal);
    const values = await layersOnScale(chosen, map.tileCount, scale, signal);
    const path = `${mapPath(map)}/layers.npy?layers=${positions.join(',')}&scale=${scale}`;
    return numericArray(values, [positions.length, map.tileCount], path);
  }

  @ResolveField('h5adHref')
  h5adHref(@Parent() parent: SpatialMapParent, @Args() args: FileArguments) {
    return this.fileOf('map.h5ad', parent, args);
  }

  @ResolveField('geoJsonHref')
  geoJsonHref(@Parent() parent: SpatialMapParent, @Args() args: FileArguments) {
    return this.fileOf('map.geojson', parent, args);
  }

  private async fileOf(file: string, parent: SpatialMapParent, { names, scale }: FileArguments): Promise<string> {
    const path = `${mapPath(parent.map)}/${file}?scale=${scale}`;
    if (!names) return path;
    const found = foundLayers(await this.namesOf(parent, names), names);
    return `${path}&layers=${found.map(({ position }) => position).join(',')}`;
  }

  private namesOf({ map, version }: SpatialMapParent, asked?: readonly string[]): Promise<LayerNames> {
    if (asked && (asked.length === 0 || asked.length > MOST_LAYERS))
      throw new BadUserInput('names', `must be 1 to ${MOST_LAYERS} names`);
    return layerNamesOf(map, version, { genes: this.genes, layers: this.stored });
  }
}

/** One layer. */
@Resolver('SpatialLayer')
export class SpatialLayerResolver {
  constructor(private readonly stored: MapLayers) {}

  @ResolveField('values')
  async values(
    @Parent() { map, position }: LayerParent,
    @Args('scale') scale: SpatialScale,
    @Context() { signal }: RequestContext,
  ) {
    const values = onScale(await this.stored.page(map, position, 1, signal), scale);
    return numericArray(values, [map.tileCount], `${mapPath(map)}/layers/${position}.${scale}.npy`);
  }

  @ResolveField('range')
  async range(@Parent() { map, position }: LayerParent, @Context() { signal }: RequestContext) {
    return rangeOfLayer(await this.stored.page(map, position, 1, signal));
  }
}

type LayerParent = ReturnType<typeof toLayer>;

interface PictureArguments {
  readonly scale: SpatialScale;
  readonly maxEdgePx?: number;
}

function toLayer({ map }: SpatialMapParent, layer: FoundLayer) {
  const picture = (scale: SpatialScale): string => `${mapPath(map)}/pictures/${layer.position}.${scale}`;
  return {
    ...layer,
    map,
    imageHref: ({ scale, maxEdgePx }: PictureArguments) => `${picture(scale)}.png?maxEdgePx=${maxEdgePx}`,
    deepZoomHref: ({ scale }: PictureArguments) => `${picture(scale)}.dzi`,
    legendHref: ({ scale }: PictureArguments) => `${picture(scale)}.legend.png`,
  };
}

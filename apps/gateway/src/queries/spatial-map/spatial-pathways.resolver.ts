import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { PathwaySettingsInput } from '#graphql/generated/schema-types';
import { NotFound } from '#libs/errors';
import { GeneCatalog, ListLines } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { mapParametersOf, ScoreSpatialMaps } from '#gateway/spatial-maps';
import { settingsOf } from '../expression-matrix/index.js';
import { connectionAt, positionsOf } from '../position-page.js';
import { type SpatialMapParent, toSpatialMap } from './to-spatial-map.js';

const MOST_SETS = 100;
const MOST_MISSING = 1000;

/** Gene sets in maps. */
@Resolver('SpatialMap')
export class SpatialPathwaysResolver {
  constructor(
    private readonly scoring: ScoreSpatialMaps,
    private readonly genes: GeneCatalog,
    private readonly lines: ListLines,
  ) {}

  @ResolveField('pathwayScores')
  async pathwayScores(
    @Parent() { map, version }: SpatialMapParent,
    @Args('collection') id: string,
    @Args('settings') settings: PathwaySettingsInput,
    @Context() { caller, signal, deadlineAt }: RequestContext,
  ) {
    const collection = await this.genes.collections.byId(caller.tenant, id);
    if (!collection) throw new NotFound('gene-set collection');
    const asked = { collection, settings: settingsOf(settings), by: caller.id };
    const run = { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) };
    return toSpatialMap(await this.scoring.scores(map, asked, run), version);
  }

  @ResolveField('sets')
  async sets(
    @Parent() { map }: SpatialMapParent,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { signal }: RequestContext,
  ) {
    const { scoring } = mapParametersOf(map);
    if (!scoring || map.reportBlob === null) return null;
    const page = positionsOf(map.reportBlob, { first, after }, MOST_SETS);
    const lines = await this.lines.slice(map.reportBlob, page.from, page.count, signal);
    const nodes = lines.map(({ text }) => {
      const { name, size, overlap, missing, reason } = JSON.parse(text);
      return { name, size, overlap, missing: missing.slice(0, MOST_MISSING), passedOver: reason };
    });
    return connectionAt(map.reportBlob, page, nodes, scoring.setCount + scoring.passedOverCount);
  }
}

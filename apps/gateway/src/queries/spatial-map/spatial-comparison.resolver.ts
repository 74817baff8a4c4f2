import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MeasuredGeneOrder, SpotMatch, SpotThinningInput } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { ModelGenes } from '#gateway/gene-catalog';
import { type RequestContext } from '#gateway/graphql';
import { CompareMeasurements, MapLayers, MeasurementCatalog } from '#gateway/spatial-maps';
import { connectionAt, positionsOf } from '../position-page.js';
import { layerNamesOf } from './find-layers.js';
import { type ComparedMap, statisticsAt, toComparison, toMeasuredGene } from './to-comparison.js';
import type { SpatialMapParent } from './to-spatial-map.js';

const MOST_GENES = 100;

interface ComparisonArguments {
  readonly measurement: string;
  readonly match: SpotMatch;
  readonly thinning?: SpotThinningInput | null;
}

/** `SpatialMap.comparison`. */
@Resolver('SpatialMap')
export class SpatialComparisonResolver {
  constructor(
    private readonly comparisons: CompareMeasurements,
    private readonly measurements: MeasurementCatalog,
    private readonly layers: MapLayers,
    private readonly genes: ModelGenes,
  ) {}

  @ResolveField('comparison')
  async comparison(
    @Parent() parent: SpatialMapParent,
    @Args() { measurement: id, match, thinning }: ComparisonArguments,
    @Context() { caller: { tenant }, signal, deadlineAt }: RequestContext,
  ) {
    const { map, version } = parent;
    const measurement = await this.measurements.byId(tenant, id);
    if (!measurement) throw new NotFound('spatial measurement');
    const names = await layerNamesOf(map, version, { genes: this.genes, layers: this.layers });
    const settings = { match, thinning: thinning ? { depth: thinning.depth, seed: thinning.seed ?? 0 } : null };
    const { index } = await this.genes.of(version);
    const place = {
      positionOf: (gene: string): number => {
        const found = index.find(gene);
        return found.kind === 'FOUND' ? found.position : -1;
      },
      symbolOf: (position: number): string => index.genes[position] ?? '',
    };
    const run = { signal, timeoutMs: Math.max(1, deadlineAt - Date.now()) };
    const made = await this.comparisons.compare(map, measurement, settings, place, run);
    return toComparison({ parent, measurement, settings, made, names });
  }
}

/** The genes of a comparison. */
@Resolver('SpatialComparison')
export class ComparedGenesResolver {
  @ResolveField('genes')
  chosen(@Parent() { compared }: ComparisonParent, @Args('names') asked: readonly string[]) {
    if (asked.length === 0 || asked.length > MOST_GENES)
      throw new BadUserInput('names', `must be 1 to ${MOST_GENES} names`);
    return asked.map((name) => {
      const { layer, refusal } = compared.names.find(name);
      const row = layer ? compared.made.positions.indexOf(layer.position) : -1;
      return { asked: name, gene: layer && row >= 0 ? toMeasuredGene(compared, row, layer) : null, refusal };
    });
  }

  @ResolveField('page')
  page(
    @Parent() { compared }: ComparisonParent,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Args('by') by: MeasuredGeneOrder,
  ) {
    const { measurement, settings, parent, made, names } = compared;
    const list = [parent.digest.slice(0, 16), measurement.digest.slice(0, 16), JSON.stringify(settings), by].join(' ');
    const page = positionsOf(list, { first, after }, MOST_GENES);
    const rows = orderedRows(compared, by).slice(page.from, page.from + page.count);
    const nodes = rows.map((row) => toMeasuredGene(compared, row, names.at(made.positions[row] ?? 0)));
    return connectionAt(list, page, nodes, made.positions.length);
  }
}

type ComparisonParent = ReturnType<typeof toComparison>;

function orderedRows({ made, names }: ComparedMap, by: MeasuredGeneOrder): readonly number[] {
  const rows = Array.from(made.positions, (_, row) => row);
  if (by === 'POSITION') return rows;
  const keys = rows.map((row) => {
    const value =
      by === 'CORRELATION' ? statisticsAt(made, row).r : (names.at(made.positions[row] ?? 0).evidence?.r ?? NaN);
    return Number.isNaN(value) ? -Infinity : value;
  });
  return rows.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b);
}

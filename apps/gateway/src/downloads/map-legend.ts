import { type HeatMapMode, type HeatMapScale } from '#graphql/generated/schema-types';
import { type HeatMapColour, renderColourBar } from '#libs/heat-maps';
import { type Legend } from '#libs/slides';
import { type HeatMapValues } from '#gateway/queries/slide-prediction';

/** Attention is read by rank, on viridis; scores are red where they are high. */
export function colourOf({ mode }: Pick<HeatMapValues, 'mode'>): HeatMapColour {
  return mode === 'ATTENTION_ROLLOUT' ? 'VIRIDIS' : 'RED_POSITIVE';
}

/** What stands beneath a map: its method, what it is of, and that it is no probability that adds up. */
export function legendOf(map: HeatMapValues, scale: HeatMapScale): Legend {
  const [lowLabel, highLabel] =
    scale === 'PERCENTILE' ? ['0', '100th percentile'] : rangeOf(map.values).map((value) => value.toPrecision(3));
  const of = [map.target, map.className].filter((part) => part !== null).join(': ');
  return {
    title: `${TITLES[map.mode]}${of === '' ? '' : ` (${of})`}, ${map.answered.version.ref}`,
    note:
      scale === 'PERCENTILE'
        ? 'Rank among the tiles of this map. Not a probability.'
        : 'Raw values. They do not add up to the call.',
    lowLabel: lowLabel ?? '',
    highLabel: highLabel ?? '',
    colourBar: renderColourBar(colourOf(map), 256, 1),
  };
}

/** Lowest and highest value of a map. */
export function rangeOf(values: Float32Array): readonly [number, number] {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  // One value, or all the same: any range around it draws one colour.
  return high > low ? [low, high] : [low, low + 1];
}

const TITLES: Readonly<Record<HeatMapMode, string>> = {
  ATTENTION_ROLLOUT: 'Attention rollout',
  TILE_CLASS: 'Model on each tile alone',
  PRODUCT: 'Attention x tile score',
};

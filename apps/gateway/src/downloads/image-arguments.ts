import { type HeatMapMode, type HeatMapScale } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';

const MODES: readonly HeatMapMode[] = ['ATTENTION_ROLLOUT', 'TILE_CLASS', 'PRODUCT'];
const SCALES: readonly HeatMapScale[] = ['PERCENTILE', 'RAW'];
const EDGE = { least: 64, most: 2048 } as const;

/** @throws BadUserInput that names the possible maps */
export function heatMapModeOf(text: string): HeatMapMode {
  const mode = MODES.find((candidate) => candidate === text);
  if (!mode) throw new BadUserInput('mode', 'must be a map that exists', { modes: MODES });
  return mode;
}

export function heatMapScaleOf(text: unknown): HeatMapScale {
  const scale = SCALES.find((candidate) => candidate === (text ?? 'PERCENTILE'));
  if (!scale) throw new BadUserInput('scale', `must be one of ${SCALES.join(', ')}`);
  return scale;
}

/** Longest edge of a picture in pixels. */
export function maxEdgeOf(text: unknown, standard: number): number {
  if (text === undefined) return standard;
  const edge = typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(edge >= EDGE.least && edge <= EDGE.most))
    throw new BadUserInput('maxEdgePx', `must be ${EDGE.least} to ${EDGE.most}`);
  return edge;
}

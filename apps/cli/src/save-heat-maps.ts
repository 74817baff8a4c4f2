import { parse, format } from 'node:path';
import type { PredictionOutcome } from '#libs/client';
import type { CliContext } from './cli-context.js';

/** A map that was written to a file. */
export interface SavedMap {
  readonly model: string;
  readonly file: string;
  readonly bytes: number;
}

/** Saves the map of each version that drew one. With several, the version's name goes into the file's: `map.demo-dense-focus-2.png`. */
export async function saveHeatMaps(
  context: CliContext,
  outcomes: readonly PredictionOutcome[],
  out: string,
): Promise<readonly SavedMap[]> {
  const saved: SavedMap[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'refused' || !outcome.prediction.heatMap) continue;
    const model = outcome.prediction.provenance.model.ref;
    const file = outcomes.length === 1 ? out : withName(out, model);
    const href = outcome.prediction.heatMap.imageHref;
    saved.push({ model, file, bytes: await context.client.download(href, file, { signal: context.signal }) });
  }
  return saved;
}

function withName(file: string, model: string): string {
  const { dir, name, ext } = parse(file);
  return format({ dir, name: `${name}.${model.replace(/[^\w.-]+/g, '-')}`, ext });
}

import type { GeneEvidence, GeneNameKind, GeneRefusal } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import type { ModelGenes } from '#gateway/gene-catalog';
import type { MapLayers, SpatialMap } from '#gateway/spatial-maps';
import { byOf, refusalOf } from '../expression/index.js';

/** A layer's name, place, and what is known of it. */
export interface FoundLayer {
  readonly name: string;
  readonly position: number;
  readonly reliable: boolean;
  readonly evidence: GeneEvidence | null;
}

/** What came of one name. */
export interface LayerLookup {
  readonly asked: string;
  readonly resolvedBy: GeneNameKind | null;
  readonly layer: FoundLayer | null;
  readonly refusal: GeneRefusal | null;
}

/** The names of one map's layers, as callers ask for them. */
export interface LayerNames {
  find(asked: string): LayerLookup;
  at(position: number): FoundLayer;
}

const NO_SUCH_SET: GeneRefusal = {
  code: 'UNKNOWN',
  message: 'No gene set of this name was scored: it is not in the collection, or was passed over.',
  candidates: [],
};

/** Genes by any of their names; gene sets by their own. */
export async function layerNamesOf(
  map: SpatialMap,
  version: ModelVersion,
  { genes, layers }: { readonly genes: ModelGenes; readonly layers: MapLayers },
): Promise<LayerNames> {
  if (map.kind === 'PATHWAY_SCORES') return setNames(await layers.names(map));
  const { index, quality } = await genes.of(version);
  const at = (position: number): FoundLayer => {
    const name = index.genes[position] ?? '';
    const evidence = quality?.get(name) ?? null;
    return { name, position, reliable: evidence?.passed ?? false, evidence };
  };
  return {
    at,
    find: (asked) => {
      const found = index.find(asked);
      if (found.kind !== 'FOUND') return { asked, resolvedBy: byOf(found), layer: null, refusal: refusalOf(found) };
      return { asked, resolvedBy: found.by, layer: at(found.position), refusal: null };
    },
  };
}

function setNames(names: readonly string[]): LayerNames {
  const at = (position: number): FoundLayer => ({
    ...{ name: names[position] ?? '', position, reliable: false, evidence: null },
  });
  return {
    at,
    find: (asked) => {
      const position = names.indexOf(asked.trim());
      const layer = position < 0 ? null : at(position);
      return { asked, resolvedBy: null, layer, refusal: layer ? null : NO_SUCH_SET };
    },
  };
}

/** Layers that must all be there. @throws BadUserInput with the first names that are not */
export function foundLayers(names: LayerNames, asked: readonly string[]): readonly FoundLayer[] {
  const lookups = asked.map((name) => names.find(name));
  const missing = lookups.flatMap(({ layer, refusal }, place) =>
    layer ? [] : [{ place, code: refusal?.code ?? 'UNKNOWN' }],
  );
  if (missing.length > 0)
    throw new BadUserInput(
      'names',
      'must be names of layers; `missing` has the places of those that are not, and `layers` says why',
      {
        missing: missing.slice(0, 100),
      },
    );
  return lookups.flatMap(({ layer }) => layer ?? []);
}

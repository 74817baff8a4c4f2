import { buildSchema, parse, Kind } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationCost } from './operation-cost.js';
import { readSchema } from './read-schema.js';

const schema = buildSchema(readSchema().join('\n'));

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return operationCost(schema, document, operation, variables);
}

// Worked by hand from the directives of graphql/schema: slide 1, slides 1, slideCatalog 1, prediction 3, heatMap 5, featureBags 1 (assumed 5).
const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));
const P = 'prediction(model: "a/1") { tileCount }';

describe('cost', () => {
  it.each([
    ['{ viewer { id } }', {}, 0],
    ['{ slide(id: "1") { id } }', {}, 1],
    [`{ slide(id: "1") { ${P} } }`, {}, 4],
    [`{ slide(id: "1") { a: ${P} b: ${P} } }`, {}, 7],
    ['{ slide(id: "1") { prediction(model: "a/1") { heatMap(mode: PRODUCT) { meaning } } } }', {}, 9],
    [`{ slides(ids: ["1", "2", "3"]) { ${P} } }`, {}, 10],
    [`query ($i: [ID!]!) { slides(ids: $i) { ${P} } }`, { i: ids(500) }, 1_501],
    [`query ($i: [ID!]! = ["1", "2"]) { slides(ids: $i) { ${P} } }`, {}, 7],
    [`{ slideCatalog { nodes { ${P} } } }`, {}, 61],
    [`{ slideCatalog(first: 100) { nodes { featureBags { digest } ${P} } totalCount } }`, {}, 501],
    ['{ registeredModels(first: 10) { nodes { versions { isReady } } } }', {}, 50],
    [`fragment F on Slide { ${P} } { x: slide(id: "1") { ...F } y: slide(id: "2") { ... on Slide { ...F } } }`, {}, 8],
    [`{ slide(id: "1") { ${P.replace('{', '@skip(if: true) {')} } }`, {}, 1],
    [`query ($y: Boolean!) { slide(id: "1") { ... @include(if: $y) { ${P} } } }`, { y: false }, 1],
    [`query ($y: Boolean!) { slide(id: "1") { ... @include(if: $y) { ${P} } } }`, { y: true }, 4],
    ['mutation { cancelJob(id: "1") { id } }', {}, 1],
    ['{ __schema { types { fields { name } } } }', {}, 0],
  ])('of %s', (query, variables, expected) => {
    expect(cost(query, variables)).toBe(expected);
  });

  it('of fragments that spread each other over and over is found at once', () => {
    const fragments = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Slide { ...F${i + 1} ...F${i + 1} }`,
    ).join('\n');
    expect(cost(`{ slide(id: "1") { ...F0 } } ${fragments} fragment F30 on Slide { ${P} }`)).toBe(1 + 2 ** 30 * 3);
  });

  it('is left to execution where a variable does not fit', () => {
    expect(cost(`query ($i: [ID!]!) { slides(ids: $i) { ${P} } }`, { i: [{}] })).toBe(0);
  });
});

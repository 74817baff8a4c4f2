export const MEASUREMENT_JOB = 'job-measurement';

const JOB = {
  kind: 'ADD_SPATIAL_MEASUREMENT',
  stage: 'storing',
  done: 1,
  total: 1,
  createdAt: '2026-03-01T12:00:00.000Z',
};

const gene = (name: string, reliable: boolean, r: number): object => ({
  ...{ name, position: 0, reliable, evidence: { r: r + 0.1, passed: reliable }, n: 164, detected: 0.9 },
  pearson: { value: r, lower: r - 0.15, upper: r + 0.15 },
  spearman: { value: r },
});

const comparison = (best: object, named: object): object => ({
  ...{ match: 'NEAREST_TILE', depth: 4000, seed: 1, spotCount: 178, matchedCount: 176, n: 162, farthestPx: 80 },
  ...{
    predictedUnit: 'log1p',
    measuredUnit: 'log1p',
    isSameScale: true,
    notices: ['Spots are alike.'],
    geneCount: 2208,
  },
  reliable: { geneCount: 124, medianR: 0.17, aboveZero: 110, intervalAboveZero: 50 },
  others: { geneCount: 2084, medianR: 0.02, aboveZero: 1100, intervalAboveZero: 90 },
  page: { totalCount: 1, nodes: [best], pageInfo: { hasNextPage: false, endCursor: null } },
  genes: [{ asked: 'x', gene: named, refusal: null }],
});

const FACTS = {
  ...{ digest: 'd'.repeat(64), kind: 'EXPRESSION', model: 'local:demo-her2st-expr/1', mode: 'PER_TILE', unit: 'log1p' },
  ...{ tileCount: 509, valuedTileCount: 509, layerCount: 2208 },
};

/** What the fake gateway says of maps: hand-made, for tests of its clients. */
export const fakeSpatialMap = {
  ...FACTS,
  comparison: comparison(gene('IGKC', true, 0.3), gene('EPCAM', false, 0.05)),
  layers: [{ asked: 'IGKC', layer: { name: 'IGKC', reliable: true, range: [0, 1], imageHref: '/heat-maps/igkc.png' } }],
  ...{ h5adHref: '/map.h5ad', geoJsonHref: '/map.geojson', href: '/values.npy', values: { href: '/layers.npy' } },
  pathwayScores: {
    ...{ ...FACTS, kind: 'PATHWAY_SCORES' },
    comparison: comparison(gene('HALLMARK_COMPLEMENT', false, 0.25), gene('HALLMARK_P53_PATHWAY', false, -0.05)),
  },
};

/** Mutations of the fake gateway about maps. */
export const fakeSpatial = {
  addSpatialMeasurement: () => ({ ...JOB, id: MEASUREMENT_JOB, state: 'QUEUED', done: 0 }),
  importGeneSetCollection: () => ({
    ...{ id: 'hallmark-7.0', name: 'MSigDB Hallmark', version: '7.0', digest: 'e'.repeat(64), namespace: 'HGNC' },
    ...{ organism: 'HOMO_SAPIENS', source: 'MSigDB', licence: 'CC-BY-4.0', setCount: 50, geneCount: 4386 },
    ...{
      membershipCount: 7324,
      smallestSet: 32,
      largestSet: 200,
      gmtHref: '/x',
      createdAt: JOB.createdAt,
      createdBy: 'local',
    },
  }),
};

/** The job of the fake measurement, done at its first look. */
export const fakeMeasurementJob = { ...JOB, id: MEASUREMENT_JOB, state: 'SUCCEEDED' };

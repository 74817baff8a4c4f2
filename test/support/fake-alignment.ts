const RETRIEVAL = {
  ...{ gallerySize: 164, chance: 5 / 164, scoreRule: 'SOFTMAX', referenceSet: { id: 'c6', size: 164 } },
  neighbours: [1, 2, 3, 4, 5].map((rank) => ({
    ...{ rank, row: rank, name: `1${rank}x9`, similarity: 0.6 - rank / 50, score: 0.05, x: 100.4, y: 200.2 },
  })),
};
const registered = (direction: string, value: number): object => ({
  ...{ direction, k: 5, value, chance: 5 / 164, gallerySize: 164, split: 'C6' },
});
const CAUTIONS = [{ code: 'NOT_TRANSFERABLE', message: 'On other patients it was measured to be near chance.' }];

const evaluation = (pairs: number, value: number, low: number): object => ({
  ...{ model: 'local:demo-her2st-align/1', digest: 'd'.repeat(64), spaceId: 'e'.repeat(64), pairs, seed: 0 },
  ...{ pairsDigest: 'f'.repeat(64), leftOut: [], leftOutCount: 0, sites: [], cautions: CAUTIONS },
  directions: ['I2G', 'G2I'].map((direction) => ({
    ...{ direction, gallerySize: pairs, galleries: 1, intervals: 'WILSON' },
    recalls: [1, 5, 10].map((k) => ({
      ...{ k, value, interval: [low, value + 0.05], chance: k / pairs, shuffled: k / pairs },
    })),
    medianRank: { value: 39.5, interval: [30, 50], chance: (pairs + 1) / 2 },
  })),
});

/** The `alignment` of a slide of the fake gateway. */
export const fakeAlignment = {
  ...{ tileCount: 1, aggregation: 'TILE' },
  head: { model: 'local:demo-her2st-align/1', scoreRule: 'SOFTMAX', cautions: CAUTIONS },
  transcriptomes: { ...RETRIEVAL, direction: 'I2G', registered: [registered('I2G', 0.11)] },
  pathwayScores: {
    ...{ status: 'EXPLORATORY', method: 'made by hand' },
    scores: [
      {
        ...{ name: 'MACROPHAGES', overlap: 8, similarity: 0.1, contrast: -0.02 },
        backgroundPercentile: 30,
        status: 'EXPLORATORY',
      },
      {
        ...{ name: 'PLASMA_CELLS', overlap: 12, similarity: 0.3, contrast: 0.12 },
        backgroundPercentile: 97,
        status: 'EXPLORATORY',
      },
    ],
  },
};

/** What the fake gateway says of alignment heads: hand-made, for tests of its clients. */
export const fakeAlignments = {
  importGeneSetCollection: ({
    input: { text: _text, ...facts },
  }: {
    readonly input: Readonly<Record<string, unknown>>;
  }) => ({
    ...facts,
    ...{ organism: 'HOMO_SAPIENS', digest: 'a'.repeat(64), setCount: 6, geneCount: 60, membershipCount: 60 },
    ...{ smallestSet: 8, largestSet: 14, gmtHref: '/sets', createdAt: '2026-03-01T12:00:00.000Z', createdBy: 'local' },
  }),
  profileAlignment: () => ({
    input: {
      unit: 'COUNTS',
      librarySize: 9000,
      geneCount: 256,
      panelSize: 256,
      recipe: [],
      missing: [],
      sentence: null,
    },
    images: { ...RETRIEVAL, direction: 'G2I', registered: [registered('G2I', 0.122)] },
  }),
  evaluateAlignment: ({ input }: { readonly input: { readonly referenceSet?: string } }) =>
    input.referenceSet === 'b4' ? evaluation(202, 0.045, 0.02) : evaluation(164, 0.11, 0.071),
};

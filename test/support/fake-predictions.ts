import { GraphQLError } from 'graphql';
import { digestOf } from './fake-parts.js';

interface Asked {
  readonly slide: { readonly id: string; readonly name: string | null; readonly path: string };
  readonly region: object | null;
  readonly version: string;
  readonly prevalence?: number | null;
}

/** A prediction of the schema's shape. A slide whose file is an .svs is out of domain; a region is negative. */
export function fakePrediction(asked: Asked): object {
  const isOutside = asked.slide.path.endsWith('.svs');
  const logit = asked.region ? -1.2 : 1.58;
  return {
    targets: [target(logit, isOutside, asked.prevalence ?? null)],
    tileCount: asked.region ? 61 : 509,
    region: asked.region,
    ensemble: null,
    training: { state: 'NOT_CHECKED', trainedOn: [], reason: 'Nobody checked.' },
    domain: {
      distance: isOutside ? 21.04 : 6.9,
      percentile: isOutside ? 100 : 52,
      limitPercentile: 99,
      limitDistance: 12.8,
      isInside: !isOutside,
      reference: 'Bags of four sections of one frozen breast cancer.',
      referenceSize: 1600,
    },
    heatMapModes: asked.version === '2' ? ['ATTENTION_ROLLOUT', 'TILE_CLASS'] : ['TILE_CLASS'],
    heatMap: ({ mode }: { mode: string }) => heatMap(mode, asked),
    provenance: provenance(asked, isOutside),
  };
}

function target(logit: number, isOutside: boolean, prevalence: number | null): object {
  const probability = 1 / (1 + Math.exp(-(0.567 * logit + 0.316)));
  return {
    __typename: 'BinaryCall',
    name: 'dense-focus',
    title: 'Nuclear-dense focus',
    meaning: 'At least a quarter of the tiles are dense with nuclei.',
    call: isOutside ? 'OUT_OF_DOMAIN' : probability >= 0.61 ? 'POSITIVE' : 'NEGATIVE',
    reason: isOutside
      ? 'The slide does not resemble the reference.'
      : 'The probability was compared with the threshold.',
    logit,
    rawScore: 1 / (1 + Math.exp(-logit)),
    probability: isOutside ? null : probability,
    positiveClass: 'dense',
    threshold: threshold(),
    holdsFor: 'Bags of tiles of section C6 of one patient.',
    calibration: isOutside
      ? null
      : { id: 'dense-focus-1-platt', digest: digestOf('record'), choice: 'STRATUM', retiredAt: null },
    memberScores: null,
    memberSpread: null,
    predictiveValues: prevalence === null || isOutside ? null : predictiveValues(prevalence),
  };
}

function threshold(): object {
  return {
    operatingPoint: 'youden',
    value: 0.61,
    scale: 'CALIBRATED_PROBABILITY',
    comparator: 'GE',
    policy: 'YOUDEN',
    positiveWeight: null,
    cohort: null,
    ppa: 0.967,
    npa: 0.631,
    evidence: [
      {
        cohort: 'section C6',
        unit: 'bag',
        n: 400,
        positives: 270,
        ppa: { value: 261 / 270, low: 0.938, high: 0.982, count: 261, n: 270 },
        npa: { value: 82 / 130, low: 0.545, high: 0.709, count: 82, n: 130 },
        ppv: null,
        npv: null,
        note: 'Bags of one section overlap.',
      },
    ],
    publishedRates: [],
  };
}

function predictiveValues(prevalence: number): object {
  return {
    prevalence,
    ppv: 0.026,
    ppvInterval: [0.02, 0.033],
    npv: 0.999,
    npvInterval: [0.998, 1],
    calledPositivePer1000: 375,
    testsAvoidedPer1000: 625,
    missedPer1000: 0.3,
  };
}

function heatMap(mode: string, asked: Asked): object {
  if (mode === 'ATTENTION_ROLLOUT' && asked.version === '1') {
    throw new GraphQLError('The argument `mode` must be TILE_CLASS.', {
      extensions: {
        code: 'BAD_USER_INPUT',
        retryable: false,
        requestId: 'req-1',
        argument: 'mode',
        possible: ['TILE_CLASS'],
      },
    });
  }
  const array = (name: string): object => ({ shape: [509], datatype: 'FP32', href: `/arrays/${name}.npy` });
  return {
    mode,
    meaning: 'Where the model looked.',
    target: null,
    class: null,
    deepZoomHref: '/heat-maps/attention.dzi',
    legendHref: '/heat-maps/attention.legend.png',
    values: array('attention'),
    coords: array('coords'),
    tileEdgePx: 325.6,
    range: [0.001, 0.01],
    imageHref: '/heat-maps/attention.png',
    provenance: provenance(asked, false),
  };
}

/** An embedding of the schema's shape; its link serves the vector 1.5, -2, 0.25. */
export function fakeEmbedding(asked: Asked): object {
  return {
    dimension: 3,
    l2Normalised: false,
    l2Norm: Math.hypot(1.5, -2, 0.25),
    spaceId: digestOf('space'),
    tileCount: 509,
    region: asked.region,
    href: '/arrays/embedding.npy',
    provenance: provenance(asked, false),
  };
}

function provenance(asked: Asked, isOutside: boolean): object {
  const ref = `local:demo-dense-focus/${asked.version}`;
  return {
    answerId: digestOf(`answer ${ref} ${asked.slide.id} ${JSON.stringify(asked.region)}`),
    model: { ref, digest: digestOf(ref), source: 'local', snapshotTakenAt: '2026-03-01T12:00:00.000Z' },
    calibration: isOutside
      ? null
      : { id: `dense-focus-${asked.version}-platt`, digest: digestOf(`calibration ${ref}`) },
    features: {
      digest: digestOf(`bag of ${asked.slide.id}`),
      encoder: { name: 'demo-lite0', version: '1', digest: digestOf('demo-lite0') },
      preprocessingDigest: digestOf('preprocessing'),
      inputDigest: digestOf('input'),
      origin: 'PREPARED',
    },
    slide: { id: asked.slide.id, digest: digestOf(`bytes of ${asked.slide.path}`) },
    server: { id: 'embedded', reportedVersion: asked.version },
    computedAt: '2026-03-01T12:00:00.000Z',
    isReused: false,
    timings: { loadMs: 2.1, inferMs: 9.8, totalMs: 12.3 },
  };
}

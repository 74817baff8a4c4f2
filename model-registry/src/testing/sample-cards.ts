import { createHash } from 'node:crypto';
import type { CalibrationRecord } from '../card/calibration-record.js';
import type { ModelCard } from '../card/model-card.js';

/** The bytes of every sample's model file. The registry checks files and never opens them as models. */
export const MODEL_BYTES = Buffer.from('the weights of a sample');

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A tile encoder: 224 px tiles at 1 um per pixel to 8 numbers. */
export function encoderCard(version = '1'): ModelCard {
  return {
    ...common('sample-encoder', version),
    task: { kind: 'EMBEDDING', level: 'TILE' },
    extractor: null,
    input: {
      unit: 'IMAGE_TILE',
      tensors: [
        { name: 'tiles', datatype: 'UINT8', shape: [-1, 3, 224, 224], axes: ['tile', 'channel', 'row', 'column'] },
      ],
      tiles: null,
      coordsUnit: 'PX_LEVEL0',
      tiling: {
        tileSizePx: 224,
        mpp: 1,
        strideUm: 224,
        resampling: 'EXACT_AREA',
        minTissueFraction: 0.8,
        maxTiles: 4000,
        seed: 99,
        tissueMask: { workingMpp: 8, filters: [{ kind: 'OTSU_SATURATION' }] },
      },
      transform: [{ op: 'normalise', args: { mean: [0.485, 0.456, 0.406] } }],
      spacingMissingPolicy: 'REFUSE',
      patientAggregation: 'SINGLE',
    },
    output: {
      tensors: [{ name: 'features', datatype: 'FP32', shape: [-1, 8], axes: ['tile', 'feature'] }],
      targets: [],
      embedding: { tensor: 'features', dim: 8, l2Normalised: false, outputVariant: 'POOLED', precision: 'FP32' },
      expression: null,
    },
  };
}

/** A classifier of bags of the encoder's features: one logit, a rollout map. */
export function biomarkerCard(version = '1', encoderDigest = '0'.repeat(64)): ModelCard {
  return {
    ...common('sample-focus', version),
    task: { kind: 'BIOMARKER', level: 'SLIDE' },
    extractor: {
      model: 'sample-encoder',
      version: '1',
      digest: encoderDigest,
      outputVariant: 'POOLED',
      l2Normalised: false,
      dim: 8,
      computePrecision: 'FP32',
      tileSizePx: 224,
      mpp: 1,
    },
    input: {
      unit: 'TILE_FEATURES',
      tensors: [{ name: 'features', datatype: 'FP32', shape: [1, -1, 8], axes: ['bag', 'tile', 'feature'] }],
      tiles: { min: 1, max: 4000 },
      coordsUnit: 'PX_LEVEL0',
      tiling: null,
      transform: [],
      spacingMissingPolicy: 'REFUSE',
      patientAggregation: 'SINGLE',
    },
    output: {
      tensors: [
        { name: 'logit', datatype: 'FP32', shape: [1, 1], axes: ['bag', 'score'] },
        { name: 'attention', datatype: 'FP32', shape: [1, -1], axes: ['bag', 'tile'] },
      ],
      targets: [
        {
          name: 'dense-focus',
          title: 'Nuclear-dense focus',
          kind: 'BINARY',
          tensor: 'logit',
          served: 'LOGIT',
          final: 'SIGMOID',
          classes: ['absent', 'present'],
          positiveClass: 'present',
          unit: null,
          direction: 'HIGHER_IS_MORE',
          meaning: 'Whether the bag holds a dense focus.',
        },
      ],
      embedding: null,
      expression: null,
    },
    spatial: [
      { mode: 'ATTENTION_ROLLOUT', tensor: 'attention', normalisation: 'PERCENTILE', meaning: 'Where it looks.' },
      { mode: 'TILE_CLASS', tensor: null, normalisation: 'NONE', meaning: 'Each tile alone.' },
      { mode: 'PRODUCT', tensor: null, normalisation: 'MINMAX', meaning: 'Both.' },
    ],
  };
}

/** The mean probability of versions 1 and 2 of the classifier: no model file of its own. */
export function ensembleCard(members = ['1', '2'], encoderDigest?: string): ModelCard {
  const card = biomarkerCard('1', encoderDigest);
  return {
    ...card,
    identity: {
      ...card.identity,
      name: 'sample-ensemble',
      ensemble: { members: members.map((version) => ({ model: 'sample-focus', version })), combine: 'MEAN_OF_PROBS' },
    },
    artifacts: [],
    spatial: [],
  };
}

/** A Platt map with one operating point for the classifier. */
export function calibrationRecord(version = '1', id = 'any-specimen'): CalibrationRecord {
  return {
    recordVersion: 1,
    id,
    model: 'sample-focus',
    version,
    target: 'dense-focus',
    statement: 'Holds for the sample only.',
    map: { method: 'platt', a: 0.567, b: 0.316 },
    stratum: { specimen: null, scanner: null, site: null },
    fallback: [],
    operatingPoints: [
      {
        id: 'youden',
        threshold: 0.61,
        scale: 'CALIBRATED_PROBABILITY',
        comparator: 'GE',
        policy: 'YOUDEN',
        positiveWeight: null,
        evidence: [
          {
            cohort: 'C6',
            unit: 'bag',
            truePositives: 261,
            falseNegatives: 9,
            trueNegatives: 82,
            falsePositives: 48,
            note: null,
          },
        ],
      },
    ],
    defaultOperatingPoint: 'youden',
    greyZone: { low: 0.5, high: 0.61 },
    trainingPrevalence: 0.45,
    fittedOn: { name: 'C2 to C5', unit: 'bag', n: 1600, positives: 720, date: null },
    validatedOn: [{ name: 'C6', unit: 'bag', n: 400, positives: 270, date: '2026-01-31' }],
    metrics: [{ name: 'AUROC', cohort: 'C6', value: 0.903, interval: [0.87, 0.93] }],
    createdAt: '2026-02-01',
    source: 'A sample of the tests.',
  };
}

type Common = Omit<ModelCard, 'task' | 'extractor' | 'input' | 'output'>;

function common(name: string, version: string): Common {
  return {
    cardVersion: 1,
    identity: { name, version, title: 'A sample', description: 'Made for tests.', parent: null, ensemble: null },
    intendedUse: {
      statement: 'None.',
      organs: [],
      stains: ['HE'],
      preservation: [],
      specimens: [],
      scanners: [],
      population: null,
      limitations: [],
      medicalUse: false,
    },
    licence: {
      spdxOrName: 'Apache-2.0',
      nonCommercial: false,
      gated: false,
      derivativeOutputs: false,
      url: null,
      attribution: null,
    },
    vocabulary: null,
    alignment: null,
    spatial: [],
    domain: null,
    provenance: {
      trainedOn: 'Nothing.',
      trainingPatientsDigest: null,
      recipe: 'None.',
      codeCommit: null,
      createdAt: '2026-02-01',
      evaluation: [],
    },
    serving: {
      server: null,
      modelName: null,
      modelVersion: null,
      maxBatch: 1,
      deterministic: true,
      device: 'CPU',
    },
    artifacts: [{ path: 'model.onnx', sha256: sha256(MODEL_BYTES), sizeBytes: MODEL_BYTES.length, role: 'MODEL' }],
  };
}

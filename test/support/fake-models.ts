import { GraphQLError } from 'graphql';
import { digestOf } from './fake-parts.js';

const evaluation = (cohort: string, metric: string, value: number): object => ({
  protocol: 'HELD_OUT',
  cohort,
  metric,
  value,
  interval: [value - 0.03, value + 0.03],
  n: 400,
  unit: 'bag',
  note: null,
});

const figures: Readonly<Record<string, readonly object[]>> = {
  '1': [
    evaluation('section C6', 'AUC', 0.903),
    evaluation('section B4', 'AUC', 0.99),
    evaluation('section C6', 'BRIER', 0.129),
  ],
  '2': [
    evaluation('section C6', 'AUC', 0.879),
    evaluation('section B4', 'AUC', 0.984),
    evaluation('section C6', 'BRIER', 0.137),
  ],
};

/** A version of the schema's shape. @throws GraphQLError MODEL_NOT_FOUND for any other name */
export function fakeVersion(ref: string): object {
  const version = /@challenger$|\/2$/.test(ref) ? '2' : '1';
  if (!/demo-dense-focus(@champion|@challenger|\/[12])$/.test(ref)) {
    throw new GraphQLError('No model version in the registry matches the argument `ref`.', {
      extensions: { code: 'MODEL_NOT_FOUND', retryable: false, requestId: 'req-1', argument: 'ref' },
    });
  }
  return {
    ref: `local:demo-dense-focus/${version}`,
    source: 'local',
    name: 'demo-dense-focus',
    version,
    digest: digestOf(`local:demo-dense-focus/${version}`),
    aliases: [version === '2' ? 'challenger' : 'champion'],
    title: `Nuclear-dense focus, version ${version}`,
    description: 'Whether a quarter of the tiles are dense.',
    task: 'BIOMARKER',
    level: 'SLIDE',
    intendedUse: {
      statement: 'Technical demonstration.',
      organs: ['breast'],
      stains: ['HE'],
      specimens: [],
      preservation: ['FROZEN'],
      scanners: [],
      limitations: ['Not for any clinical or biological conclusion.'],
      medicalUse: false,
    },
    licence: {
      spdxOrName: 'Apache-2.0',
      nonCommercial: false,
      gated: false,
      derivativeOutputs: false,
      inheritedFrom: `local:demo-dense-focus/${version}`,
      referenceSet: null,
      ...fakeTerms(version),
    },
    extractor: null,
    calibrations: [],
    evaluation: figures[version],
    trainedOn: 'Four sections of one frozen breast cancer.',
    notes: [],
    ...fakeLineage(version),
    isReady: true,
    registeredAt: '2026-03-01T12:00:00.000Z',
    card: { cardVersion: 1, identity: { name: 'demo-dense-focus', version } },
  };
}

function fakeLineage(version: string): object {
  const champion = {
    role: 'PARENT',
    name: 'demo-dense-focus',
    version: '1',
    modelVersion: () => fakeVersion('demo-dense-focus/1'),
  };
  const encoder = { role: 'ENCODER', name: 'elsewhere', version: '3', modelVersion: null };
  const user = { role: 'PARENT', modelVersion: () => fakeVersion('demo-dense-focus/2') };
  const nodes = version === '1' ? [user] : [];
  return {
    basedOn: version === '2' ? [champion, encoder] : [],
    usedBy: { nodes, totalCount: version === '1' ? 3 : 0, pageInfo: { hasNextPage: false, endCursor: null } },
    sameAs: () => (version === '2' ? [fakeVersion('demo-dense-focus/1')] : []),
  };
}

// The challenger stands under the terms of a gated encoder.
function fakeTerms(version: string): object {
  if (version === '1') return { unknownParts: [], access: 'ALLOWED', terms: [] };
  const terms = { model: 'local:gated/1', spdxOrName: 'Terms of a hub', url: 'https://hub.example/terms' };
  return { unknownParts: ['elsewhere/3'], access: 'ACCEPTANCE_NEEDED', terms: [{ ...terms, acceptedAt: null }] };
}

/** What `acceptLicence` answers. */
export function fakeAcceptance({ model }: { readonly model: string }): object {
  const version = fakeVersion(model);
  const licence: unknown = Reflect.get(version, 'licence');
  return { ...version, licence: { ...(licence as object), access: 'ALLOWED' } };
}

export function fakeVersions(): object {
  const nodes = ['1', '2'].map((version) => fakeVersion(`demo-dense-focus/${version}`));
  return { nodes, pageInfo: { hasNextPage: false, endCursor: '2' }, totalCount: 2 };
}

/** One difference of each kind; none between a version and itself. */
export function fakeChanges({ from, to }: { readonly from: string; readonly to: string }): object {
  const sides = { from: fakeVersion(from), to: fakeVersion(to) };
  const none = { isSame: true, licenceChanges: [], cardChangeCount: 0, cardChanges: [], thresholdChangeCount: 0 };
  if (from === to) return { ...sides, ...none, thresholdChanges: [], tensorChangeCount: 0, tensorChanges: [] };
  const point = { scale: 'CALIBRATED_PROBABILITY', comparator: 'GE' };
  const threshold = {
    target: 'dense-focus',
    specimen: 'RESECTION',
    operatingPoint: 'youden',
    kind: 'CHANGED',
    changed: ['threshold', 'map'],
    from: { ...point, value: 0.61 },
    to: { ...point, value: 0.55 },
  };
  const tensor = { direction: 'OUTPUT', name: 'attention', kind: 'ADDED' };
  const card = { pointer: '/identity/version', group: 'identity', kind: 'CHANGED', from: '1', to: '2', isCut: false };
  return {
    ...sides,
    isSame: false,
    licenceChanges: ['gated'],
    cardChangeCount: 250,
    cardChanges: [card, { ...card, pointer: '/alignment', kind: 'REMOVED', from: null, isCut: true }],
    thresholdChangeCount: 1,
    thresholdChanges: [threshold],
    tensorChangeCount: 1,
    tensorChanges: [{ ...tensor, from: null, to: { datatype: 'FP32', shape: [1, -1], axes: ['bag', 'tile'] } }],
  };
}

export function fakeModels(): object {
  const model = {
    source: 'local',
    name: 'demo-dense-focus',
    aliases: [{ alias: 'champion', version: '1' }],
    versions: ['1', '2'].map((version) => fakeVersion(`demo-dense-focus/${version}`)),
  };
  return { nodes: [model], pageInfo: { hasNextPage: false, endCursor: '1' }, totalCount: 1 };
}

export function fakeSources(): readonly object[] {
  const problems = [{ pointer: '/task/kind', problem: 'one of the task kinds is expected' }];
  const entry = { path: 'odd-model/1', code: 'CARD_INVALID', reason: 'The model card does not validate.', problems };
  return [
    {
      id: 'local',
      kind: 'LOCAL',
      state: 'FRESH',
      ageSeconds: 3.2,
      versionCount: 2,
      withoutCardCount: 0,
      quarantined: [entry],
    },
  ];
}

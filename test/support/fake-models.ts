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
      ...fakeTerms(version),
    },
    extractor: null,
    calibrations: [],
    evaluation: figures[version],
    trainedOn: 'Four sections of one frozen breast cancer.',
    notes: [],
    isReady: true,
    registeredAt: '2026-03-01T12:00:00.000Z',
    card: { cardVersion: 1, identity: { name: 'demo-dense-focus', version } },
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
  return [{ id: 'local', kind: 'LOCAL', state: 'FRESH', ageSeconds: 3.2, versionCount: 2, quarantined: [entry] }];
}

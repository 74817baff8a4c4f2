/** A cohort of the fake gateway, as if it had been asked about. */
const COHORT = {
  ...{ id: 'c6-regions', revision: 1, name: 'Regions of C6', unit: 'SLIDE', digest: 'c'.repeat(64) },
  ...{ description: 'They overlap.', itemCount: 400, slideCount: 1, patientCount: 1, labels: [] },
  ...{ createdAt: '2026-03-01T12:00:00.000Z', createdBy: 'local', revisions: [], imports: [] },
  items: { totalCount: 400, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
};

export const COHORT_JOB = 'job-cohort';

const JOB = { kind: 'PREDICT_COHORT', stage: 'predicting', done: 800, total: 800, createdAt: COHORT.createdAt };

const score = (version: string, auc: number): object => ({
  name: `local:demo-dense-focus/${version}`,
  auc: { value: auc, ci: [auc - 0.02, auc + 0.02] },
  brier: { value: 0.12 },
  reliability: { ece: 0.1 },
  calls: { ppa: { value: 0.9, ci: [0.85, 0.94] }, npa: { value: 0.7, ci: [0.63, 0.76] } },
});

/** What the fake gateway says of cohorts: hand-made, for tests of its clients. */
export const fakeCohorts = {
  cohort: () => COHORT,
  createCohort: () => COHORT,
  predictCohort: () => ({ ...JOB, id: COHORT_JOB, state: 'QUEUED', done: 0 }),
  compareVersions: () => ({
    versions: ['1', '2'].map((version) => ({ ref: `local:demo-dense-focus/${version}`, answered: 400 })),
    notices: ['Two regions were left out.'],
    comparison: {
      ...{ n: 398, positives: 227, patients: 1 },
      scores: [score('1', 0.93), score('2', 0.9)],
      pairs: [
        {
          delong: { difference: 0.03, ci: [0.01, 0.05], z: 2.9, p: 0.0037 },
          mcnemar: { onlyA: 20, onlyB: 9, p: 0.06 },
          flips: { totalCount: 29, nodes: [{ item: 'region-007', a: 'NEGATIVE', b: 'POSITIVE', isPositive: false }] },
        },
      ],
    },
  }),
};

/** The job of the fake prediction, done at its first look. */
export const fakeCohortJob = { ...JOB, id: COHORT_JOB, state: 'SUCCEEDED' };

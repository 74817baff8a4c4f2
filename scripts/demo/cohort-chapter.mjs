// The chapter about a cohort: 400 regions of one slide with labels, two versions over all of it, and what follows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CohortDocument, CreateCohortDocument, DemoCohortDocument, PredictCohortDocument } from '#libs/client';
import { progressOn } from '#cli/output';
import { root } from '../source-aliases.mjs';
import { verdictOfCohort } from './compare-cohort.mjs';
import * as print from './print.mjs';

const ID = 'c6-regions';
const STATED = {
  id: ID,
  name: 'Regions of C6',
  description:
    'Squares around random tiles. They overlap, and all are of one section of one patient: statistics over them are over regions, not patients, and every interval is too narrow.',
  source: 'Image-derived labels; images of Andersson A. et al., Nature Communications 12:6012 (2021)',
  licence: 'CC-BY-4.0',
};

/** States the cohort, asks both versions about all of it, and says which is better. On a second run nothing is asked again. */
export async function tellCohort(gateway, stages, { champion, challenger }) {
  print.chapter('A cohort: both versions on 400 regions with labels');
  const csv = readFileSync(join(root, 'demo/cohorts/c6-regions.csv'), 'utf8');
  const cohort = await stages.run('cohort', `Stating the cohort ${ID}`, () => stateCohort(gateway, csv));
  const models = [champion, challenger].map(({ name, version }) => `${name}/${version}`);
  await stages.run('predictCohort', `Asking ${models.join(' and ')} about ${cohort.itemCount} regions`, () =>
    predictAll(gateway, cohort, models),
  );
  const { compareVersions } = await stages.run('compareVersions', 'Comparing their stored answers', () =>
    gateway.ask(DemoCohortDocument, { cohort: ID }),
  );
  const { comparison, notices } = compareVersions;
  print.comparison(comparison, [champion, challenger]);
  print.paragraph(verdictOfCohort(comparison, champion.version, challenger.version));
  print.paragraph(`Caution: ${cohort.description}`);
  for (const notice of notices) print.paragraph(`Note: ${notice}`);
}

/** The same table again is the same revision; a newer table of a later release is the next one. */
async function stateCohort(gateway, csv) {
  const { cohort } = await gateway.ask(CohortDocument, { id: ID }).catch(() => ({ cohort: null }));
  const belief = cohort ? { expectedRevision: cohort.revision } : {};
  const { createCohort } = await gateway.ask(CreateCohortDocument, { input: { ...STATED, ...belief, csv } });
  return createCohort;
}

async function predictAll(gateway, { id, revision }, models) {
  const { predictCohort } = await gateway.ask(PredictCohortDocument, { input: { cohort: id, revision, models } });
  const progress = progressOn(process.stderr);
  try {
    await gateway.waitForJob(predictCohort.id, (state) => progress.update(state));
  } finally {
    progress.end();
  }
}

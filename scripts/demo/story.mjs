// The chapters of the demonstration. Every figure that they print comes from an answer of the API.
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  AddSlideDocument,
  DemoEvaluationsDocument,
  DemoOutOfDomainDocument,
  DemoSideBySideDocument,
  PrepareFeaturesDocument,
} from '#libs/client';
import { progressOn } from '#cli/output';
import { compareEvaluations } from './compare-evaluations.mjs';
import { explainOutOfDomain, explainRegion } from './explain.mjs';
import { DemoFailure } from './failure.mjs';
import * as print from './print.mjs';

const ENCODER = 'local:demo-lite0@prod';

const slides = [
  {
    key: 'C6',
    file: 'C6.tiff',
    facts: { name: 'her2st C6', stain: 'HE', organ: 'breast', specimen: 'RESECTION', preservation: 'FROZEN' },
  },
  { key: 'CMU', file: 'CMU-1-Small-Region.svs', facts: { name: 'CMU-1 small region', stain: 'HE' } },
];

/** What the two versions are and were trained on, in the words of their cards. @returns both, with their evaluations */
export async function tellVersions(gateway) {
  const versions = await gateway.ask(DemoEvaluationsDocument, {});
  print.versions(versions);
  return versions;
}

/** Adds both slides; on a second run they are the same slides. */
export async function addSlides(gateway, stages, folder) {
  const present = readdirSync(folder);
  const missing = slides.find((slide) => !present.includes(slide.file));
  if (missing) throw new DemoFailure(`The slide ${missing.file} is not in ${folder}.`);
  return await stages.run('addSlides', 'Adding two slides', async () => {
    const added = {};
    for (const { key, file, facts } of slides) {
      const input = { path: resolve(folder, file), ...facts };
      const { addSlide } = await gateway.ask(AddSlideDocument, { input });
      added[key] = addSlide;
      print.slide(addSlide);
    }
    return added;
  });
}

/** Makes the features of both slides with the demonstration's encoder; those that exist are used again. */
export async function makeFeatures(gateway, stages, added) {
  await stages.run('encoder', `Cutting tiles and running the encoder ${ENCODER}`, async () => {
    for (const slide of Object.values(added)) stages.facts.features.push(await featuresOf(gateway, slide));
  });
}

async function featuresOf(gateway, slide) {
  const input = { slideId: slide.id, encoder: ENCODER };
  const { prepareFeatures: begun } = await gateway.ask(PrepareFeaturesDocument, { input });
  const progress = progressOn(process.stderr);
  const started = performance.now();
  try {
    const job = await gateway.waitForJob(begun.id, (state) => progress.update(state));
    progress.end();
    const seconds = (performance.now() - started) / 1000;
    const tiles = job.featureBag?.tileCount ?? 0;
    const isReused = wasThere(job);
    print.features(slide, { tiles, seconds, isReused });
    return { slide: slide.name, tiles, seconds: isReused ? null : seconds, isReused };
  } finally {
    progress.end();
  }
}

/** Features that are older than the job that asked for them were not made by it. */
function wasThere({ createdAt, featureBag }) {
  return featureBag !== null && Date.parse(featureBag.createdAt) < Date.parse(createdAt);
}

/** Two versions side by side on the slide that resembles their training, whole and in one region: one query. */
export async function askKnown(gateway, stages, { slide, region, out }) {
  const { id, why, x, y, width, height } = region;
  const variables = { slide: slide.id, region: { x, y, width, height } };
  const file = join(out, 'side-by-side.graphql');
  writeFileSync(file, `${DemoSideBySideDocument.text.trim()}\n\n# variables: ${JSON.stringify(variables)}\n`);
  print.query(DemoSideBySideDocument, variables);

  const answer = await timed(stages, 'her2st C6', 'prediction', 'Asking', () =>
    gateway.ask(DemoSideBySideDocument, variables),
  );
  const { champion, challenger, championInRegion, challengerInRegion, embedding } = answer.slide;
  print.chapter('The whole slide');
  const known = new Set();
  print.predictions([champion, challenger], known);
  print.chapter(`The region ${id}`);
  print.predictions([championInRegion, challengerInRegion], known);
  print.paragraph(explainRegion([champion, challenger], [championInRegion, challengerInRegion], why));
  print.embedding(embedding);
  await gateway.save(challenger.heatMap.imageHref, join(out, 'C6.attention.png'));
  await gateway.save(embedding.href, join(out, 'C6.embedding.npy'));
  print.paragraph(`The attention map of ${challenger.provenance.model.ref}: ${challenger.heatMap.meaning}`);
}

/** The same versions on a slide that they do not know: no call, and why that is the right answer. */
export async function askUnknown(gateway, stages, { slide, trainedOn }) {
  print.chapter('A slide that the models do not know');
  const variables = { slide: slide.id };
  const answer = await timed(stages, slide.name, 'predictionOutOfDomain', 'Asking', () =>
    gateway.ask(DemoOutOfDomainDocument, variables),
  );
  const predictions = [answer.slide.champion, answer.slide.challenger];
  print.predictions(predictions);
  print.paragraph(explainOutOfDomain(predictions, trainedOn));
}

/** What the cards say of both versions where both were measured. */
export function tellEvaluations({ champion, challenger }) {
  print.chapter('Newer, and better?');
  const { rows, differences, verdict } = compareEvaluations(champion, challenger);
  print.evaluations(champion, challenger, rows, differences);
  print.paragraph(verdict);
  const own = challenger.intendedUse.limitations.filter((text) => !champion.intendedUse.limitations.includes(text));
  if (own.length > 0)
    print.paragraph(`What the card of version ${challenger.version} says of itself: ${own.join(' ')}`);
}

async function timed(stages, slide, name, title, work) {
  const answer = await stages.run(name, title, work);
  for (const [alias, value] of Object.entries(answer.slide)) {
    if (value?.provenance)
      stages.facts.predictions.push({ slide, alias, isReused: value.provenance.isReused, ...value.provenance.timings });
  }
  return answer;
}

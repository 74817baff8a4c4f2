// `npm run demo`: builds, starts a gateway, makes the features of two slides, asks two model versions side by side, explains the answers, and ends.
// Everything it does goes through the GraphQL API; the steps lie in scripts/demo/.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { DemoFailure, sentenceOf } from './demo/failure.mjs';
import { startGateway } from './demo/gateway-process.mjs';
import { Stages } from './demo/stages.mjs';
import { root } from './source-aliases.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'data') },
    out: { type: 'string', default: join(root, 'demo-output') },
    slides: { type: 'string', default: join(root, 'demo/slides') },
    gateway: { type: 'string', default: join(root, 'dist/apps/gateway/src/main.js') },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) {
  console.log('npm run demo -- [--data DIR] [--out DIR]\n\n  --data DIR  where the gateway keeps its data (./data)');
  console.log('  --out DIR   where files of the demonstration go (./demo-output)');
} else {
  process.exitCode = await main();
}

async function main() {
  const interruption = new AbortController();
  const interrupt = () => interruption.abort(new DemoFailure('Interrupted: nothing is left running.', 130));
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, interrupt);
  let gateway = null;
  try {
    mkdirSync(options.out, { recursive: true });
    const stages = new Stages(interruption.signal);
    await stages.build();
    gateway = await stages.run('start', 'Starting the gateway', () =>
      startGateway({ ...options, log: join(options.out, 'gateway.log'), signal: interruption.signal }),
    );
    void gateway.fell.then((failure) => interruption.abort(failure));
    await tell(stages, gateway.url, interruption.signal);
    await gateway.stop();
    stages.write(join(options.out, 'timings.json'));
    console.log(await closingText());
    return 0;
  } catch (error) {
    const failure = interruption.signal.aborted ? interruption.signal.reason : error;
    console.error(`\nThe demonstration stopped. ${sentenceOf(failure)}`);
    return failure instanceof DemoFailure ? failure.exitCode : 1;
  } finally {
    await gateway?.stop({ isQuiet: true });
    for (const name of ['SIGINT', 'SIGTERM']) process.off(name, interrupt);
  }
}

/** The story: two slides, two versions, one query each; then both on a cohort, an alignment head, and genes beside measurement. The modules below import the build. */
async function tell(stages, url, signal) {
  const { openGateway } = await import('./demo/open-gateway.mjs');
  const story = await import('./demo/story.mjs');
  const gateway = openGateway(url, signal);
  const regions = JSON.parse(readFileSync(join(options.slides, 'C6.regions.json'), 'utf8'));

  const versions = await story.tellVersions(gateway);
  const slides = await story.addSlides(gateway, stages, options.slides);
  await story.makeFeatures(gateway, stages, slides);
  await story.askKnown(gateway, stages, { slide: slides.C6, region: regionOf(regions), out: options.out });
  await story.askUnknown(gateway, stages, { slide: slides.CMU, trainedOn: versions.champion.trainedOn });
  const { tellCohort } = await import('./demo/cohort-chapter.mjs');
  await tellCohort(gateway, stages, versions);
  const { tellAlignment } = await import('./demo/alignment-chapter.mjs');
  await tellAlignment(gateway, stages, { slide: slides.C6 });
  const { tellSpatial } = await import('./demo/spatial-chapter.mjs');
  await tellSpatial(gateway, stages, { slide: slides.C6, out: options.out });
  await story.tellEvaluations(versions);
}

function regionOf(file) {
  const [region] = Array.isArray(file) ? file : (file.regions ?? [file]);
  if (!region) throw new DemoFailure('demo/slides/C6.regions.json names no region.');
  return region;
}

async function closingText() {
  const out = relative(process.cwd(), options.out) || '.';
  return `
Files
  ${out}/C6.attention.png     the attention map of version 2
  ${out}/C6.embedding.npy     the slide's vector
  ${out}/C6.IGKC.png          one gene over the slide, by rank
  ${out}/side-by-side.graphql the query, with its fragments
  ${out}/timings.json         how long each step took
  ${out}/gateway.log          what the gateway said

Go on
  ${startLine()}
      the gateway on http://127.0.0.1:4000, with these slides and their features; then, in a second shell:
  npm run tessera -- predict "her2st C6" --model demo-dense-focus@champion --model demo-dense-focus@challenger
  npm run tessera -- --help            the whole command line
  docs/first-steps.md                  the same with your own slides, and by GraphQL
  docs/schema.graphql                  the whole API on one page

This was a technical demonstration. It is not for medical use.`;
}

/** What starts a gateway on the store and the slides of this run. */
function startLine() {
  const here = (path) => relative(process.cwd(), path) || '.';
  const data = options.data === join(root, 'data') ? '' : `TESSERA_DATA_DIR=${here(options.data)} `;
  return `${data}TESSERA_SLIDE_ROOTS=${here(options.slides)} npm start`;
}

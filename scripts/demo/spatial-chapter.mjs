// The chapter about gene expression over the slide: what the heads predict, beside what was measured in spots of the very section.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AddSpatialMeasurementDocument, DemoSpatialDocument, ImportGeneSetCollectionDocument } from '#libs/client';
import { root } from '../source-aliases.mjs';
import * as print from './print.mjs';

const MEASUREMENT = {
  id: 'c6-spots',
  name: 'Spots of C6',
  source: 'Andersson A. et al., Nature Communications 12:6012 (2021)',
  licence: 'CC-BY-4.0',
  format: 'SPOT_TABLES',
  path: 'C6.counts.tsv.gz',
  spotsPath: 'C6.spots.tsv',
};
const SETS = {
  id: 'hallmark-7.0',
  name: 'MSigDB Hallmark',
  version: '7.0',
  namespace: 'HGNC_AND_CLONES',
  source: 'MSigDB (Liberzon et al. 2015, doi 10.1016/j.cels.2015.12.004)',
  licence: 'CC-BY-4.0',
};
const DEPTH = 4000;

/** Takes the measured spots, maps the slide, and holds the two against each other at equal depth. On a second run all of it is stored. */
export async function tellSpatial(gateway, stages, { slide, out }) {
  print.chapter('Gene expression over the slide, beside measured spots');
  await stages.run('measurement', 'Taking the measured spots and the gene sets', async () => {
    const { addSpatialMeasurement } = await gateway.ask(AddSpatialMeasurementDocument, {
      input: { ...MEASUREMENT, slideId: slide.id },
    });
    await gateway.waitForJob(addSpatialMeasurement.id, () => {});
    const text = readFileSync(join(root, 'test/fixtures/transcriptomics/h.all.v7.0.symbols.gmt'), 'utf8');
    await gateway.ask(ImportGeneSetCollectionDocument, { input: { ...SETS, text } });
  });
  const answer = await stages.run('spatialMap', 'Mapping every gene and gene set, and comparing', () =>
    gateway.ask(DemoSpatialDocument, { slide: slide.id, depth: DEPTH }),
  );
  const map = answer.slide.spatialMap;
  const { comparison, pathwayScores, layers } = map;
  print.measuredSpots(comparison);
  print.measuredGenes('Genes with the best evidence', comparison.page.nodes);
  print.measuredGenes('Genes that the quality gate refused', genesOf(comparison.refused));
  print.paragraph(verdictOfGate(comparison));
  print.measuredGenes('Gene sets, by z-scores over the tiles and over the spots', pathwayScores.comparison.page.nodes);
  print.measuredGenes('Gene sets that fail', genesOf(pathwayScores.comparison.failing));
  for (const notice of comparison.notices) print.paragraph(`Caution: ${notice}`);
  print.paragraph(
    'Tiles are those of the grid, the nearest to each spot: the heads were trained on tiles around spots. The section is of a patient that they were trained on.',
  );
  await gateway.save(layers[0].layer.imageHref, join(out, 'C6.IGKC.png'));
}

function genesOf(lookups) {
  return lookups.flatMap(({ gene }) => (gene ? [gene] : []));
}

/** Whether the genes that passed out of fold do better here than those that did not. */
export function verdictOfGate({ reliable, others }) {
  if (!reliable || !others || reliable.medianR === null || others.medianR === null) return 'There is no gate to judge.';
  const two = (value) => value.toFixed(2);
  const holds = reliable.medianR > others.medianR;
  return `${reliable.geneCount} genes passed the gate: median r ${two(reliable.medianR)}. ${others.geneCount} did not: median r ${two(others.medianR)}. The gate ${holds ? 'holds' : 'does not hold'} on this section.`;
}

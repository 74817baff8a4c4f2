// The chapter about the alignment head: retrieval both ways with gallery and chance beside, pathways as hypotheses, and what it is worth on the other patient.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemoAlignmentDocument, ImportGeneSetCollectionDocument } from '#libs/client';
import { root } from '../source-aliases.mjs';
import { againstChance } from './against-chance.mjs';
import * as print from './print-alignment.mjs';

const COLLECTION = 'demo-programmes';
/** The centre of one tile of C6 with many nuclei: a rectangle of one pixel holds no other. */
const TILE = { x: 4727, y: 2445, width: 1, height: 1 };

export async function tellAlignment(gateway, stages, { slide }) {
  print.opening();
  const text = readFileSync(join(root, 'demo/profiles/programmes.gmt'), 'utf8');
  const input = {
    ...{ id: COLLECTION, name: 'Tissue programmes', version: '1', namespace: 'HGNC_AND_CLONES', text },
    ...{ source: 'demo/profiles/programmes.gmt', licence: 'CC0-1.0' },
  };
  await gateway.ask(ImportGeneSetCollectionDocument, { input });
  const { sample, ...profile } = JSON.parse(readFileSync(join(root, 'demo/profiles/c6-spot.json'), 'utf8'));
  const variables = { slide: slide.id, region: TILE, profile, collection: COLLECTION };
  const found = await stages.run('alignment', 'Asking an alignment head, and what it is worth', () =>
    gateway.ask(DemoAlignmentDocument, variables),
  );
  const { transcriptomes, pathwayScores, head } = found.slide.alignment;
  print.retrieval(`The tile at ${TILE.x}, ${TILE.y} of ${slide.name}`, 'transcriptomes', transcriptomes);
  print.retrieval(`The expression of the spot ${sample}`, 'images', found.profileAlignment.images);
  print.pathways(pathwayScores);
  print.worth([found.samePatient, found.otherPatient]);
  print.verdicts([
    againstChance('On a section of the patient that it was trained on', found.samePatient),
    againstChance('On the other patient', found.otherPatient),
  ]);
  print.cautions(head.cautions);
}

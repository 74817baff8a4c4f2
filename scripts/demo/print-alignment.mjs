// What a person reads of an alignment head. No figure without its gallery and its chance.
import { printable, table } from '#cli/output';
import { chapter, paragraph } from './print.mjs';

const say = (...lines) => console.log(lines.map((line) => printable(line)).join('\n'));
const number = (value) => value.toFixed(3);

export function opening() {
  chapter('Images and transcriptomes in one space');
}

/** The nearest items, and what that is worth. */
export function retrieval(query, what, { neighbours, gallerySize, chance, registered, referenceSet }) {
  const rows = neighbours.map(({ rank, name, similarity, score, x, y }) => [
    String(rank),
    name ?? '-',
    number(similarity),
    score === null ? '-' : number(score),
    x === null ? '-' : `${Math.round(x)}, ${Math.round(y)}`,
  ]);
  say('', `${query}: the nearest of ${gallerySize} ${what} (reference set ${referenceSet.id})`);
  say(...table(['RANK', 'SPOT', 'SIMILARITY', 'SCORE', 'AT'], rows));
  const measured = registered.find(({ k }) => k === neighbours.length);
  const worth = measured
    ? `measured: ${number(measured.value)} (${measured.direction} R@${measured.k} of ${measured.gallerySize})`
    : 'never measured for so many';
  say(`the right one is among ${neighbours.length} of ${gallerySize} by chance: ${number(chance)}; ${worth}`);
}

export function pathways({ status, scores }) {
  const ranked = scores.filter(({ contrast }) => contrast !== null).sort((a, b) => b.contrast - a.contrast);
  const rows = ranked.map(({ name, overlap, contrast, backgroundPercentile, status: own }) => [
    name,
    String(overlap),
    contrast.toFixed(3),
    backgroundPercentile.toFixed(0),
    own,
  ]);
  say('', `What the same tile speaks of: ${status}`);
  say(...table(['GENES FOR', 'N', 'CONTRAST', 'PERCENTILE OF RANDOM SETS', ''], rows));
}

/** Evaluations side by side. @param both of one patient each: the training's, and another */
export function worth(both) {
  const cell = ({ value, interval }) => `${number(value)}${interval ? ` (${interval.map(number).join(' to ')})` : ''}`;
  const rows = both[0].directions.flatMap(({ direction, recalls }, at) => [
    ...recalls.map(({ k }, place) => [
      `${direction} R@${k}`,
      ...both.flatMap(({ directions }) => {
        const recall = directions[at].recalls[place];
        return [cell(recall), number(recall.chance)];
      }),
    ]),
    [
      `${direction} median rank`,
      ...both.flatMap(({ directions }) => [
        directions[at].medianRank.value.toFixed(1),
        directions[at].medianRank.chance.toFixed(1),
      ]),
    ],
  ]);
  const header = ['', `SAME PATIENT, OF ${both[0].pairs}`, 'CHANCE', `OTHER PATIENT, OF ${both[1].pairs}`, 'CHANCE'];
  say('', ...table(header, rows));
}

export function verdicts(sentences) {
  for (const sentence of sentences) paragraph(sentence);
}

export function cautions(list) {
  for (const { message } of list) paragraph(`Caution: ${message}`);
}

import type { AlignmentFiguresFragment } from '#libs/client';
import { table } from './text.js';

type Direction = AlignmentFiguresFragment['directions'][number];

const number = (value: number): string => value.toFixed(3);
const within = (interval: readonly number[] | null | undefined, digits = 3): string =>
  interval ? `(${interval.map((value) => value.toFixed(digits)).join(' to ')})` : '';

/** An evaluation: no recall without the size of its gallery and its chance. */
export function alignmentLines(found: AlignmentFiguresFragment): readonly string[] {
  const { model, pairs, leftOutCount, seed, directions, sites, cautions } = found;
  const left = leftOutCount === 0 ? '' : `, ${leftOutCount} left out: no tile holds their point`;
  return [
    `${model}: ${pairs} pairs${left}`,
    galleriesOf(directions, seed),
    '',
    ...table(['', 'VALUE', '95 %', 'CHANCE', 'SHUFFLED'], directions.flatMap(rowsOf)),
    ...(sites.length === 0 ? [] : ['', ...siteTable(found)]),
    ...cautions.map(({ message }) => `Caution: ${message}`),
  ];
}

function galleriesOf([first]: readonly Direction[], seed: number): string {
  if (!first) return '';
  const { galleries, gallerySize } = first;
  return galleries === 1 ? `one gallery of ${gallerySize}` : `${galleries} galleries of ${gallerySize}, seed ${seed}`;
}

function rowsOf({ direction, recalls, medianRank }: Direction): string[][] {
  const { value, interval, chance } = medianRank;
  return [
    ...recalls.map((recall) => [
      `${direction} R@${recall.k}`,
      number(recall.value),
      within(recall.interval),
      number(recall.chance),
      typeof recall.shuffled === 'number' ? number(recall.shuffled) : '-',
    ]),
    [`${direction} median rank`, value.toFixed(1), within(interval, 1), chance.toFixed(1), '-'],
  ];
}

function siteTable({ sites }: AlignmentFiguresFragment): readonly string[] {
  const rows = sites.map(({ site, pairs, imageShare, transcriptomeShare, expectedShare }) => [
    ...[site ?? '-', String(pairs), number(imageShare), number(transcriptomeShare), number(expectedShare)],
  ]);
  return table(['SITE', 'PAIRS', 'NEAREST OF ITS SITE, IMAGES', 'TRANSCRIPTOMES', 'EXPECTED'], rows);
}

import type { CompareVersionsQuery, ProfilePairFieldsFragment } from '#libs/client';
import { figure, table } from './text.js';

type Found = CompareVersionsQuery['compareVersions'];
type Embeddings = NonNullable<Found['embeddings']>;
type Expression = NonNullable<Found['expression']>;
type Stratum = Pick<Embeddings['strata'][number], 'stratification' | 'level' | 'n'>;

const NOTHING = '-';

/** How alike embeddings are. */
export function embeddingLines({ n, neighbours, pairs, strata }: Embeddings): string[] {
  const head = ['FIRST - SECOND', 'CKA', 'DEBIASED', `${neighbours} NEIGHBOURS IN COMMON`, 'BY CHANCE', 'SAME SPACE'];
  return [
    ...['', `${n} items`, ...table(head, pairs.map(embeddingRow))],
    ...strata.flatMap((stratum) => ['', stratumLine(stratum), ...table(head, stratum.pairs.map(embeddingRow))]),
  ];
}

function embeddingRow(pair: Embeddings['pairs'][number]): readonly string[] {
  const { a, b, cka, debiasedCka, neighbourOverlap, expectedOverlap, isSameSpace, absent } = pair;
  const numbers = [cka, debiasedCka, neighbourOverlap, expectedOverlap].map(number);
  const why = absent.map(({ statistic, reason }) => `${statistic} ${reason}`).join(', ');
  return [`${a} - ${b}`, ...numbers, `${isSameSpace ? 'yes' : 'no'}${why === '' ? '' : ` (${why})`}`];
}

/** How alike expression is, and the scores of gene sets that were asked for. */
export function expressionLines({ n, unit, transform, geneCount, pairs, strata, pathways }: Expression): string[] {
  return [
    ...['', `${n} items, ${geneCount} genes, ${unit} (${transform})`, ...profileLines(pairs, 'GENE')],
    ...strata.flatMap((stratum) => ['', stratumLine(stratum), ...summaryTable(stratum.pairs)]),
    ...(pathways
      ? [
          ...[
            '',
            `${pathways.setCount} gene sets (${pathways.settings.method}), ${pathways.passedOverCount} passed over`,
          ],
          ...profileLines(pathways.pairs, 'GENE SET'),
          ...pathways.strata.flatMap((stratum) => ['', stratumLine(stratum), ...summaryTable(stratum.pairs)]),
        ]
      : []),
  ];
}

function profileLines(pairs: readonly ProfilePairFieldsFragment[], what: string): string[] {
  const least = pairs.flatMap(({ a, b, features }) =>
    features.nodes.map(({ name, pearson, bias, absent }) => [
      `${a} - ${b}`,
      name,
      pearson ? number(pearson.value) : (absent[0]?.reason ?? NOTHING),
      typeof bias === 'number' ? figure(bias) : NOTHING,
    ]),
  );
  return [
    ...summaryTable(pairs),
    ...(least.length === 0 ? [] : ['', ...table(['FIRST - SECOND', `LEAST ALIKE ${what}`, 'R', 'BIAS'], least)]),
  ];
}

function summaryTable(pairs: readonly ProfilePairFieldsFragment[]): string[] {
  const rows = pairs.map(({ a, b, summary: { pearson, spearman, bias } }) => [
    `${a} - ${b}`,
    String(pearson?.count ?? 0),
    pearson
      ? `${number(pearson.median)} (${number(pearson.lowerQuartile)} to ${number(pearson.upperQuartile)})`
      : NOTHING,
    number(spearman?.median),
    bias ? figure(bias.median) : NOTHING,
  ]);
  return table(['FIRST - SECOND', 'WITH R', 'MEDIAN R (QUARTILES)', 'MEDIAN RHO', 'MEDIAN BIAS'], rows);
}

function stratumLine({ stratification, level, n }: Stratum): string {
  return `${stratification} ${level ?? 'not stated'}: ${n} items`;
}

function number(value: number | null | undefined): string {
  return typeof value === 'number' ? value.toFixed(3) : NOTHING;
}

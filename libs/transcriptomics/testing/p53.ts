import { gunzipSync } from 'node:zlib';
import { sharedNumbers, type ExpressionMatrix } from '../scoring/expression-matrix.js';
import { fixture } from './fixtures.js';

/** A table with a heading and row names, tabs between: as the matrix and the published scores are. */
export function tableOf(text: string): ExpressionMatrix {
  const [heading = '', ...lines] = text.trimEnd().split('\n');
  const samples = heading.split('\t').slice(1);
  const rows = lines.map((line) => line.split('\t'));
  const values = sharedNumbers(rows.length * samples.length);
  values.set(rows.flatMap((cells) => cells.slice(1).map(Number)));
  return { genes: rows.map(([name = '']) => name), samples, values };
}

/** 9,096 genes in 14 cell lines. */
export const p53 = (): ExpressionMatrix => tableOf(gunzipSync(fixture('pathway-scoring/p53_expr.tsv.gz')).toString());

/** The 50 Hallmark sets. */
export const hallmark = (): readonly { readonly name: string; readonly genes: readonly string[] }[] =>
  fixture('h.all.v7.0.symbols.gmt')
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [name = '', , ...genes] = line.split('\t');
      return { name, genes };
    });

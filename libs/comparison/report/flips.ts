import type { Flip, PairComparison } from '../pair.types.js';
import { escaped, figure } from './markup.js';
import { plot, round } from './plot.js';
import { counted } from './words.js';

/** Longer lists are for the API and the CSV. */
const MOST_LISTED = 200;
/** Items are listed by name for so many pairs. */
const MOST_PAIRS = 3;
/** Rows of a drawing: more than a page has room for are drawn one after the other. */
const MOST_ROWS = 24;
const ROW_PX = 28;
const KINDS = [
  { isPositive: true, words: 'labelled positive', fill: '#d55e00' },
  { isPositive: false, words: 'labelled negative', fill: '#56b4e9' },
  { isPositive: null, words: 'without a label', fill: '#7f7f7f' },
] as const;

interface FlipRow {
  readonly label: string;
  readonly flips: readonly Flip[];
}

/** How the calls of each pair meet, and which items they differ on. */
export function flipSection(pairs: readonly PairComparison[]): string {
  const summaries = pairs.map(summaryOf).join('');
  const lists = pairs.length > MOST_PAIRS ? '' : pairs.map(flipLists).join('');
  const more = pairs.length > MOST_PAIRS && summaries !== '' ? '<p>The CSV and the API list the items.</p>' : '';
  return flipPlots(pairs) + summaries + lists + more;
}

function summaryOf({ a, b, n, flips }: PairComparison): string {
  if (!flips) return '';
  const of = (first: string, second: string): number =>
    flips.filter((flip) => flip.a === first && flip.b === second).length;
  const [up, down] = [of('NEGATIVE', 'POSITIVE'), of('POSITIVE', 'NEGATIVE')];
  return `<p><b>${escaped(a)}</b> and <b>${escaped(b)}</b> differ on ${flips.length} of ${counted(n, 'item')}: ${up} from negative to positive, ${down} from positive to negative, ${flips.length - up - down} to or from a state without a call.</p>`;
}

/** How many items go from which call to which, by their label: a row for each pair and way. */
export function flipPlots(pairs: readonly PairComparison[]): string {
  const rows = pairs.flatMap(({ a, b, flips }) =>
    waysOf(flips ?? []).map(([way, own]) => ({ label: `${a} \u2192 ${b}: ${way}`, flips: own })),
  );
  const most = Math.max(0, ...rows.map(({ flips }) => flips.length));
  if (most === 0) return '';
  const kinds = KINDS.filter(({ isPositive }) =>
    rows.some(({ flips }) => flips.some((one) => one.isPositive === isPositive)),
  );
  const key = kinds
    .map(({ words, fill }) => `<span class="swatch" style="background:${fill}"></span> ${words}`)
    .join(', ');
  const count = Math.ceil(rows.length / MOST_ROWS);
  const drawn = Array.from({ length: count }, (_, i) => {
    const svg = flipPlot(rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS), most);
    return figure(svg, `Calls that differ, by how many items: ${key}.`);
  });
  return `<div class="plots">${drawn.join('')}</div>`;
}

function flipPlot(rows: readonly FlipRow[], most: number): string {
  const frame = {
    ...{ width: 420, height: rows.length * ROW_PX + 58, x: [0, most * 1.05] as const, y: [0, rows.length] as const },
    ...{ xLabel: 'items', yLabel: '', title: 'Calls that differ', isRows: true },
  };
  return plot(frame, (scales) =>
    rows
      .map(({ label, flips }, i) => {
        const y = round(scales.y(rows.length - i - 0.5));
        let from = 0;
        const bars = KINDS.map(({ isPositive, fill }) => {
          const size = flips.filter((one) => one.isPositive === isPositive).length;
          const [left, right] = [scales.x(from), scales.x(from + size)];
          from += size;
          return size === 0
            ? ''
            : `<rect x="${round(left)}" y="${y}" width="${round(right - left)}" height="9" fill="${fill}"><title>${size}</title></rect>`;
        });
        const total = `<text class="row" x="${round(scales.x(from)) + 4}" y="${y + 8.5}">${flips.length}</text>`;
        return `${bars.join('')}${total}<text class="row" x="48" y="${y - 4}">${escaped(label)}</text>`;
      })
      .join(''),
  );
}

/** Flips by way: `negative to positive`, in the order in which they first come. */
function waysOf(flips: readonly Flip[]): readonly (readonly [string, readonly Flip[]])[] {
  const ways = new Map<string, Flip[]>();
  for (const flip of flips) {
    const way = `${wordOf(flip.a)} to ${wordOf(flip.b)}`;
    ways.set(way, [...(ways.get(way) ?? []), flip]);
  }
  return [...ways];
}

function wordOf(call: Flip['a']): string {
  return call === 'NONE' ? 'no call' : call.toLowerCase();
}

function flipLists({ a, b, flips }: PairComparison): string {
  const shown = (flips ?? []).slice(0, MOST_LISTED);
  const parts = waysOf(shown).flatMap(([way, own]) =>
    KINDS.flatMap(({ isPositive, words }) => {
      const items = own.filter((one) => one.isPositive === isPositive).map(({ item }) => escaped(item));
      const which = isPositive === null ? '' : `, ${words}`;
      return items.length === 0 ? [] : [`<dt>${way}${which}</dt><dd>${items.join(', ')}</dd>`];
    }),
  );
  if (parts.length === 0) return '';
  const left = (flips ?? []).length - shown.length;
  const more = left === 0 ? '' : `<p>And ${left} more, which the CSV and the API list.</p>`;
  return `<h3>${escaped(a)} \u2192 ${escaped(b)}</h3><dl class="list">${parts.join('')}</dl>${more}`;
}

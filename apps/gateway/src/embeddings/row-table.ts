import type { RowSource } from './index-rows.js';

const COLUMNS = 'row,item,slide,patient,region_x,region_y,region_width,region_height,tile_x,tile_y';
const ROWS_AT_ONCE = 1000;

/** What each row is, as CSV (RFC 4180): `source` is the id of the answer, or for tiles the digest of the features, that the vector comes from. */
export function* rowTable(sources: readonly RowSource[]): Generator<Uint8Array> {
  const hasMarkers = sources.some(({ markers }) => markers !== undefined);
  let lines = [`${COLUMNS},${hasMarkers ? 'marker,' : ''}source\n`];
  for (const source of sources) {
    for (let place = 0; place < source.count; place++) lines.push(lineOf(source, place));
    if (lines.length < ROWS_AT_ONCE) continue;
    yield Buffer.from(lines.join(''), 'utf8');
    lines = [];
  }
  yield Buffer.from(lines.join(''), 'utf8');
}

function lineOf({ row, item, slideIds, patient, region, tiles, markers, from }: RowSource, place: number): string {
  const rectangle = region ? [region.x, region.y, region.width, region.height] : ['', '', '', ''];
  const tile = tiles ? tiles.coords.slice(place * 2, place * 2 + 2) : ['', ''];
  const cells = [
    row + place,
    item,
    slideIds.join(' '),
    patient ?? '',
    ...rectangle,
    ...tile,
    ...(markers ? [markers[place] ?? ''] : []),
    from.join(' '),
  ];
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

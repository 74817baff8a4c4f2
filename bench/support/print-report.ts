import { type BenchReport, type FigureTable } from '../benchmark.js';

/** A report as text of plain lines, tables aligned. */
export function reportLines(name: string, { tables, verdicts, notes }: BenchReport): readonly string[] {
  const goals = verdicts.map(({ goal, isMet, found }) => `${isMet ? 'met    ' : 'NOT MET'}  ${goal}: ${found}`);
  return [
    `\n${name}\n${'='.repeat(name.length)}`,
    ...tables.flatMap((table) => ['', table.title, ...tableLines(table)]),
    ...(goals.length > 0 ? ['', ...goals] : []),
    '',
    ...notes.map((note) => `- ${note}`),
  ];
}

function tableLines({ header, rows }: FigureTable): readonly string[] {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  // Words to the left, figures to the right.
  const pad = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return column === 0 ? cell.padEnd(width) : cell.padStart(width);
  };
  return lines.map((cells) => `  ${cells.map(pad).join('   ')}`.trimEnd());
}

import { parentPort, workerData } from 'node:worker_threads';
import { parquetWriteBuffer } from 'hyparquet-writer';

// Started by parquet-table.ts with a table of its own making: answers once and ends.
const table: Uint8Array = workerData;

const [heading = '', ...lines] = Buffer.from(table).toString('utf8').trimEnd().split('\n');
const [first = '', ...columns] = heading.split('\t');
const rows = lines.map((line) => line.split('\t'));
const numbers = columns.map((name, column) => ({
  name,
  data: Float64Array.from(rows, (cells) => Number(cells[column + 1])),
  type: 'DOUBLE' as const,
}));
const names = { name: first, data: rows.map(([name = '']) => name), type: 'STRING' as const };
const bytes = new Uint8Array(parquetWriteBuffer({ columnData: [names, ...numbers] }));
parentPort?.postMessage(bytes, [bytes.buffer]);

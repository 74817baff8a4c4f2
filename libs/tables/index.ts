export { csvLine } from './csv-line.js';
export { csvRows, type CsvRow } from './csv-rows.js';

import { parentPort, workerData } from 'node:worker_threads';
import { BadUserInput, TableInvalid } from '#libs/errors';
import { compareScores } from './compare-scores.js';
import type { ComparisonOutcome, ComparisonTask } from './comparison-task.js';
import { readScoreTable } from './read-score-table.js';
import { csvReport } from './report/csv-report.js';
import { htmlReport } from './report/html-report.js';

// Started by compare-off-thread.ts with a ComparisonTask; answers once and ends.
const task: ComparisonTask = workerData;

parentPort?.postMessage(outcomeOf(task));

function outcomeOf({ source, options, head }: ComparisonTask): ComparisonOutcome {
  try {
    const { table, leftOut } = source.kind === 'FILE' ? readScoreTable(source.stated) : source;
    const comparison = compareScores(table, options);
    const report = { html: htmlReport(comparison, leftOut, head), csv: csvReport(comparison, leftOut) };
    return { kind: 'compared', compared: { comparison, leftOut, report } };
  } catch (error) {
    if (error instanceof TableInvalid)
      return { kind: 'table', argument: error.argument, problems: error.problems, total: error.total };
    if (error instanceof BadUserInput)
      return { kind: 'input', argument: error.argument, rule: error.rule, facts: error.facts };
    throw error;
  }
}

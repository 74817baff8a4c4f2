// Prints the one closing line of a test run. It waits for the process to exit, so that an error thrown after the last test counts too.
import { appendFileSync } from 'node:fs';

export default class ClosingLine {
  onTestRunEnd(modules, unhandled) {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    const failures = unhandled.map((error) => failure('outside of any test', [error]));
    const files = modules.map((module) => ({ file: module.relativeModuleId, ms: module.diagnostic().duration }));
    for (const module of modules) {
      let own = 0;
      for (const test of module.children.allTests()) {
        const { state, errors = [] } = test.result();
        count[state === 'pending' ? 'failed' : state] += 1;
        own += 1;
        if (state === 'failed') failures.push(failure(`${module.relativeModuleId} > ${test.fullName}`, errors));
      }
      if (module.ok() || (own > 0 && module.errors().length === 0)) continue;
      count.failed += 1;
      failures.push(failure(module.relativeModuleId, module.errors()));
    }
    // scripts/test.mjs adds several runs up and prints their sum itself.
    const sumFile = process.env['TESSERA_TEST_COUNTS'];
    process.on('exit', () => {
      if (sumFile) appendFileSync(sumFile, `${JSON.stringify({ ...count, failures, files })}\n`);
      else console.log(closingLine(count));
    });
  }
}

function failure(where, errors) {
  const [first = 'no error was told'] = errors.map(({ message }) => String(message).split('\n', 1)[0]);
  return `${where}: ${first}`;
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

import { parseArgs } from 'node:util';
import { runChecks, type CheckResult } from './check.js';
import { CHECKS } from './checks.js';
import { lineOf, summaryOf } from './print-table.js';
import { ServerUnderTest, type Target } from './server-under-test.js';

const HELP = `npm run conformance -- --url http://HOST:PORT [options]

Checks whether a model server speaks the Open Inference Protocol v2, check by check. It must hold the models of
test/fixtures/models/good (docs/conformance.md says how).

  --url URL            the server's REST side, with a path prefix if it has one
  --grpc HOST:PORT     its gRPC side; without it gRPC is not checked
  --model-prefix TEXT  put before the models' names, such as "team-a-"
  --hostile            also send false shapes. They end a Triton: never to a server that others use
  --help               this text

Exit status: 0 when no check fails, 1 when one does, 2 when the server cannot be checked.
`;

interface Asked {
  readonly target: Target;
  readonly isHostile: boolean;
}

function asked(): Asked | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { url: text, grpc: text, 'model-prefix': text, hostile: flag, help: flag };
  const { values } = parseArgs({ options });
  if (values.help) return null;
  if (values.url === undefined) throw new Error('--url is missing; --help says more');
  const { grpc, 'model-prefix': modelPrefix = '' } = values;
  return { target: { url: values.url, modelPrefix, ...(grpc !== undefined && { grpc }) }, isHostile: values.hostile };
}

async function main(): Promise<number> {
  const wanted = asked();
  if (wanted === null) {
    process.stdout.write(HELP);
    return 0;
  }
  const server = await ServerUnderTest.open(wanted.target);
  const results: CheckResult[] = [];
  try {
    for await (const result of runChecks(CHECKS, server, wanted.isHostile)) {
      results.push(result);
      process.stdout.write(`${lineOf(result)}\n`);
    }
  } finally {
    server.close();
  }
  process.stdout.write(`${summaryOf(results)}\n`);
  return results.some(({ verdict }) => verdict.kind === 'fail') ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'it failed'}\n`);
  return 2;
});

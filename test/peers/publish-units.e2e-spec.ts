import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { projectRoot } from '#test/gateway-process';
import { compiledAside, publisherPython } from '#test/publisher';
import { reasonToSkip } from '#test/skip-without';

const skip = await reasonToSkip('publish.py', () => publisherPython());

it.skipIf(skip)('the unit tests of publish.py pass with the packages that its requirements name', async () => {
  const tests = join(projectRoot, 'model-registry/exporters/tests');
  const discover = ['-m', 'unittest', 'discover', '-s', tests, '-p', 'test_publishing*.py'];
  const python = await publisherPython();
  const env = { ...process.env, ...compiledAside(python) };
  const { stderr } = await promisify(execFile)(python, discover, { env });
  // Unittest finds nothing, and is content, where the pattern is wrong.
  expect(stderr).toMatch(/^Ran [1-9]\d+ tests[^]*\nOK\n$/m);
});

import { join } from 'node:path';
import { ESLint } from 'eslint';
import { ROOT } from './tree.js';

// One instance: loading ESLint takes a second, linting a line takes none.
const eslint = new ESLint({ cwd: ROOT });

/** What ESLint says about a file that would hold this text, by its rules and messages. The file need not exist. */
export async function complaints(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(ROOT, file) });
  if (!result) throw new Error(`ESLint ignores ${file}`);
  return result.messages.map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`);
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InvalidConfig } from '#libs/errors';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a secret is. It stands in no file that is shown. */
export const secret = z
  .union([
    z.strictObject({ variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/) }),
    z.strictObject({ file: z.string().min(1) }),
  ])
  .describe(
    'Where a secret is: the name of an environment variable, or a file. The secret itself stands nowhere here.',
  );

/** @throws InvalidConfig that names the place and the rule, never a value */
export function readSecret(secretAt: z.infer<typeof secret>, at: string, environment: Environment): string {
  if ('file' in secretAt) return filled(readFile(secretAt.file, at).trim(), at, 'names a file that is empty');
  return filled(environment[secretAt.variable] ?? '', at, 'names an environment variable that is not set');
}

function filled(text: string, at: string, rule: string): string {
  if (text === '') throw new InvalidConfig(at, rule);
  return text;
}

/** @throws InvalidConfig that names the place and the rule, never a value */
export function readFile(path: string, at: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InvalidConfig(at, 'names a file that cannot be read');
  }
}

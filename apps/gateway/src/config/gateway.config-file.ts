import { z } from 'zod';
import { InvalidConfig } from '#libs/errors';
import { callerBudget } from './caller-budget.js';
import { modelServer } from './model-servers.js';
import { registrySource } from './registry-sources.js';

const id = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/);
const apiKey = z.strictObject({
  id: id.describe('Names the caller in the audit record.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the key, in hexadecimal. The key itself stands nowhere.'),
  tenant: id.describe('Whose rows the caller sees.'),
  roles: z.array(z.enum(['READER', 'OPERATOR', 'DEVELOPER', 'ADMINISTRATOR'])).min(1),
  limits: callerBudget.optional().describe('What this caller may ask for in a while, in place of `limits.perCaller`.'),
});

const unique = (items: readonly string[]): boolean => new Set(items).size === items.length;

/** The file that TESSERA_CONFIG names. Unknown keys are refused by name. */
export const configFileSchema = z.strictObject({
  $schema: z.string().optional(),
  registrySources: z
    .array(registrySource)
    .refine((sources) => unique(sources.map((source) => source.id)), { message: 'ids must be unique' })
    .default([])
    .describe('MLflow servers whose versions are served beside those of the local directories.'),
  modelServers: z
    .array(modelServer)
    .refine((servers) => unique(servers.map((server) => server.id)), { message: 'ids must be unique' })
    .default([]),
  licences: z
    .strictObject({
      allowNonCommercial: z
        .boolean()
        .default(true)
        .describe('Whether model versions may be used whose effective licence forbids commercial use.'),
      allowGated: z
        .boolean()
        .default(true)
        .describe('Whether model versions may be used whose terms each user must accept first.'),
    })
    .default({ allowNonCommercial: true, allowGated: true }),
  access: z
    .strictObject({
      apiKeys: z
        .array(apiKey)
        .refine((keys) => unique(keys.map((key) => key.id)), { message: 'ids must be unique' })
        .refine((keys) => unique(keys.map((key) => key.sha256)), { message: 'keys must be unique' })
        .default([]),
    })
    .default({ apiKeys: [] }),
  routing: z
    .strictObject({
      hedgeAfterMs: z
        .int()
        .min(1)
        .nullable()
        .default(null)
        .describe(
          'After so many milliseconds without an answer a second server that holds the same version is asked too, and the first answer counts. Null: never.',
        ),
    })
    .default({ hedgeAfterMs: null }),
  limits: z
    .strictObject({
      perCaller: callerBudget
        .optional()
        .describe('What each caller may ask for in a while; without it there is no such bound.'),
    })
    .default({}),
  registry: z
    .strictObject({
      approvals: z
        .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/))
        .default([])
        .describe('Aliases that take two people: one administrator proposes a move, another one approves it.'),
    })
    .default({ approvals: [] }),
});

/** The file as typed values. */
export type ConfigFile = z.infer<typeof configFileSchema>;

/** The JSON Schema (draft 2020-12) of the file, as published in docs/config.schema.json. */
export function configFileJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'Tessera configuration file', ...z.toJSONSchema(configFileSchema, { io: 'input' }) };
}

/**
 * Reads the text of a configuration file.
 * @throws InvalidConfig that names the place by JSON pointer and repeats no value
 */
export function parseConfigFile(text: string): ConfigFile {
  const result = configFileSchema.safeParse(parseJson(text));
  if (!result.success) throw refusal(result.error);
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidConfig('TESSERA_CONFIG', 'must name a file that holds JSON');
  }
}

function refusal(error: z.ZodError): InvalidConfig {
  const issue = error.issues[0];
  const pointer = (issue?.path ?? []).map((part) => `/${String(part)}`).join('') || '/';
  if (issue?.code === 'unrecognized_keys') {
    return new InvalidConfig(`TESSERA_CONFIG at ${pointer}`, `has keys that are not known: ${issue.keys.join(', ')}`);
  }
  return new InvalidConfig(`TESSERA_CONFIG at ${pointer}`, `is not as it should be: ${describe(issue)}`);
}

// zod's own sentences name types, patterns and options, never the value; kept to the kinds known to be so.
function describe(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
    case 'invalid_value':
    case 'custom':
    case 'too_small':
      return issue.message;
    case 'invalid_format':
      return issue.pattern ? `it must match ${issue.pattern}` : `it must be a ${issue.format}`;
    default:
      return 'see docs/config.schema.json';
  }
}

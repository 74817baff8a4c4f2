import { z } from 'zod';
import { RegistryBadResponse } from '#libs/errors';
import type { MlflowModel, MlflowVersion } from './options.js';

// Empty lists and texts are left out of an answer, unknown fields will come, and other back ends write 64-bit numbers as text.
const milliseconds = z.union([z.number(), z.string().regex(/^\d{1,15}$/)]).transform(Number);
const pairs = z.array(z.looseObject({ key: z.string(), value: z.string().default('') })).default([]);
const token = z.string().default('');

const model = z.looseObject({
  name: z.string(),
  last_updated_timestamp: milliseconds.default(0),
  aliases: z.array(z.looseObject({ alias: z.string(), version: z.string() })).default([]),
  tags: pairs,
  description: z.string().default(''),
});
const version = z.looseObject({
  name: z.string(),
  version: z.string(),
  creation_timestamp: milliseconds.default(0),
  last_updated_timestamp: milliseconds.default(0),
  source: z.string().default(''),
  status: z.string().default('READY'),
  tags: pairs,
});

export const modelPage = z.looseObject({ registered_models: z.array(model).default([]), next_page_token: token });
export const versionPage = z.looseObject({ model_versions: z.array(version).default([]), next_page_token: token });
export const modelAnswer = z.looseObject({ registered_model: model });
export const versionAnswer = z.looseObject({ model_version: version });
const run = z.looseObject({
  info: z.looseObject({
    run_id: z.string().default(''),
    artifact_uri: z.string(),
    status: z.string().default(''),
    start_time: milliseconds.default(0),
  }),
  data: z.looseObject({ tags: pairs }).default({ tags: [] }),
});
export const runAnswer = z.looseObject({ run });
export const runPage = z.looseObject({ runs: z.array(run).default([]) });
export const loggedModelAnswer = z.looseObject({
  model: z.looseObject({
    info: z.looseObject({ model_id: z.string().regex(/^m-[0-9a-f]{32}$/), artifact_uri: z.string() }),
  }),
});
export const experimentAnswer = z.looseObject({ experiment: z.looseObject({ experiment_id: z.string() }) });
export const newExperiment = z.looseObject({ experiment_id: z.string() });
export const downloadUri = z.looseObject({ artifact_uri: z.string() });
export const aliasTarget = z.looseObject({ model_version: z.looseObject({ version: z.string() }) });

/** @throws RegistryBadResponse if it is not what was asked for; the answer's own text is not repeated */
export function parseAnswer<T>(schema: z.ZodType<T>, bytes: Buffer): T {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new RegistryBadResponse('its answer is not JSON, or only a part of it');
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new RegistryBadResponse('its answer is JSON of another form than an MLflow registry gives');
}

export function toModel({ name, aliases, tags, ...answer }: z.infer<typeof model>): MlflowModel {
  return {
    name,
    tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
    description: answer.description === '' ? null : answer.description,
    aliases: Object.fromEntries(aliases.map((entry) => [entry.alias, entry.version])),
    lastUpdatedMs: answer.last_updated_timestamp,
  };
}

export function toVersion(answer: z.infer<typeof version>): MlflowVersion {
  return {
    name: answer.name,
    version: answer.version,
    createdMs: answer.creation_timestamp,
    lastUpdatedMs: answer.last_updated_timestamp,
    source: answer.source,
    isReady: answer.status === 'READY',
    tags: Object.fromEntries(answer.tags.map(({ key, value }) => [key, value])),
  };
}

import type { Json } from '#libs/database';
import { isDomainError } from '#libs/errors';
import type { JobError } from './job.entity.js';

const UNKNOWN: JobError = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong inside the gateway. Tell whoever runs it the id of the job.',
  facts: {},
};

/** A refusal or fault of the domain as it is; of anything else only that it happened. */
export function toJobError(error: unknown): JobError {
  if (!isDomainError(error)) return UNKNOWN;
  const facts: Json = JSON.parse(JSON.stringify(error.facts));
  return { code: error.code, message: error.message, facts };
}

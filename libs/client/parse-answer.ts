import { AnswerWithErrors, GatewayBadAnswer, type AnswerError } from './tessera-error.js';

/**
 * Reads the body of a GraphQL answer.
 * @returns `data` of an answer without errors
 * @throws AnswerWithErrors when there are errors; the data beside them travels in it
 * @throws GatewayBadAnswer when the body is no GraphQL answer
 */
export function parseAnswer(body: string): object {
  const answer = parseJson(body);
  if (!isRecord(answer)) throw new GatewayBadAnswer('it is no GraphQL answer');
  const { data, errors } = answer;
  if (errors === undefined) {
    if (!isRecord(data)) throw new GatewayBadAnswer('it has neither data nor errors');
    return data;
  }
  const parsed = Array.isArray(errors) ? errors.map(parseError) : [];
  const [first] = parsed;
  if (!first) throw new GatewayBadAnswer('its list of errors is not as GraphQL says');
  throw new AnswerWithErrors(first, parsed, data ?? null);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new GatewayBadAnswer('it is not JSON', { cause });
  }
}

function parseError(error: unknown): AnswerError {
  if (!isRecord(error) || typeof error['message'] !== 'string') {
    throw new GatewayBadAnswer('one of its errors has no message');
  }
  const { code, retryable, requestId, ...facts } = isRecord(error['extensions']) ? error['extensions'] : {};
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    message: error['message'],
    retryable: retryable === true,
    path: Array.isArray(error['path']) ? error['path'].filter(isStep) : [],
    requestId: typeof requestId === 'string' ? requestId : null,
    facts,
  };
}

function isStep(step: unknown): step is string | number {
  return typeof step === 'string' || typeof step === 'number';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

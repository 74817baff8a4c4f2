import {
  ModelBadResponse,
  ModelNotReady,
  ModelRejectedInput,
  ModelTimeout,
  ModelUnavailable,
  type DomainError,
} from '#libs/errors';
import type { Deadline } from './deadline.js';
import type { GrpcFailed } from './grpc-channel.js';
import { NOT_LOADED, SAYS_NOT_READY, SAYS_UNREADABLE } from './refuse-status.js';
import { retryAfterOf } from './retry-after.js';

/** The codes of gRPC that are told apart here. */
export const GRPC = {
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

const CALLERS_FAULT: ReadonlySet<number> = new Set([
  GRPC.INVALID_ARGUMENT,
  GRPC.ALREADY_EXISTS,
  GRPC.PERMISSION_DENIED,
  GRPC.FAILED_PRECONDITION,
  GRPC.OUT_OF_RANGE,
  GRPC.UNIMPLEMENTED,
  GRPC.UNAUTHENTICATED,
]);

/** MLServer's way to say that a NaN cannot travel in its raw tensors. */
const SAYS_WRONG_VALUE = /required argument is not|could not (decode|parse)/i;

/** Of a server in front of whose limit the request stood, or of grpc-js in front of ours: `... larger than max (N vs LIMIT)`. */
const TOO_LARGE = /larger than max(?:imum)? .*?vs\.? (\d+)/i;

/** What a failed gRPC call means, in the domain's errors. Its text is looked at where codes mislead, and never passed on. */
export function refuseGrpc(
  failed: GrpcFailed,
  server: { readonly id: string; readonly maxResponseBytes: number },
  model: string,
  deadline: Deadline,
): DomainError {
  const { status, text, progress } = failed;
  const fault = { cause: failed, progress, retryAfterMs: retryAfterOf(failed.retryAfter) };
  if (status === GRPC.DEADLINE_EXCEEDED || deadline.state() === 'expired')
    return new ModelTimeout(server.id, deadline.timeoutMs, fault);
  if (status === GRPC.NOT_FOUND)
    return new ModelNotReady(model, 'the model server does not have it', { cause: failed });
  if (status !== GRPC.INTERNAL && SAYS_NOT_READY.test(text)) return new ModelNotReady(model, NOT_LOADED, fault);
  const [, limit] = TOO_LARGE.exec(text) ?? [];
  if (limit !== undefined && Number(limit) === server.maxResponseBytes)
    return new ModelBadResponse(server.id, `it is over ${server.maxResponseBytes} bytes`, { cause: failed });
  if (limit !== undefined) {
    const rule = 'it is larger than the model server takes';
    return new ModelRejectedInput(server.id, 'RESOURCE_EXHAUSTED', { cause: failed, rule });
  }
  if (CALLERS_FAULT.has(status) || isUnreadable(status, text))
    return new ModelRejectedInput(server.id, nameOf(status), { cause: failed });
  if (status === GRPC.DATA_LOSS || /pars(ing|e) error|decompress/i.test(text))
    return new ModelBadResponse(server.id, 'it is not a message of the protocol', { cause: failed });
  return new ModelUnavailable(server.id, fault);
}

function isUnreadable(status: number, text: string): boolean {
  const isVague = status === GRPC.UNKNOWN || status === GRPC.INTERNAL;
  return isVague && (SAYS_UNREADABLE.test(text) || SAYS_WRONG_VALUE.test(text));
}

function nameOf(status: number): string {
  return Object.entries(GRPC).find(([, code]) => code === status)?.[0] ?? String(status);
}

import { StoreUnavailable } from '#libs/errors';
import type { AuditLog } from '#gateway/audit';
import type { RequestContext } from './request-context.js';

/** An answer may come this much after the deadline: the row needs a little of it. */
const GRACE_MS = 70;

/**
 * Writes the row of one operation and waits for it, but not beyond the request's time.
 * @throws StoreUnavailable
 */
export async function auditOperation(
  audit: AuditLog,
  context: RequestContext,
  fields: readonly string[],
): Promise<void> {
  const { caller, requestId, deadlineAt, outcome } = context;
  const written = audit.record({
    tenant: caller.tenant,
    caller: caller.id,
    operation: fields.join(' '),
    kind: outcome.kind,
    models: context.audit.models,
    outcome: outcome.code,
    requestId,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable()), Math.max(0, deadlineAt - Date.now()) + GRACE_MS);
  });
  try {
    await Promise.race([written, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { Cancelled, ModelBadResponse, ModelRejectedInput, ModelServerError, ModelUnavailable } from '#libs/errors';

/** Whether a failed call is a reason to ask the server anew what it is: all but what never left this process. */
export function mayDoubt(error: unknown): boolean {
  if (error instanceof Cancelled) return false;
  return !(error instanceof ModelServerError) || error.fault.isServerFault || error.fault.progress !== 'unsent';
}

/** Whether a server's answer to binary tensors may mean that it does not speak them: MLServer says 500 or 422. */
export function mayRefuseBinary(error: unknown): boolean {
  const isRefusal =
    error instanceof ModelRejectedInput || error instanceof ModelUnavailable || error instanceof ModelBadResponse;
  return isRefusal && error.fault.progress === 'answered';
}

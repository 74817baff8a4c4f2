import { isAxiosError } from 'axios';
import { RegistryBadResponse, RegistryUnavailable } from '#libs/errors';

const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether a fault of `send` came before a byte of the request could reach the server. */
export function isUnsent(fault: unknown): boolean {
  const cause = fault instanceof Error ? fault.cause : null;
  if (!isAxiosError(cause)) return false;
  // Faults of TLS itself are left out: they may come later than the handshake.
  return UNSENT.has(cause.code ?? '') || /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(cause.code ?? '');
}

// The library's own words hold the address.
/** What a fault of the HTTP library is in words that may be shown. */
export function translate(cause: unknown): Error {
  if (cause instanceof RegistryBadResponse) return cause;
  const code = isAxiosError(cause) ? (cause.code ?? '') : '';
  const message = cause instanceof Error ? cause.message : '';
  if (message.startsWith('maxContentLength')) {
    return new RegistryBadResponse('its answer is larger than is read of a registry', { cause });
  }
  if (message.includes('stream has been aborted') || message === 'aborted') {
    return new RegistryUnavailable('it broke off in the middle of an answer', { cause });
  }
  return new RegistryUnavailable(reasonOf(code), { cause });
}

export function tooSlow(cause: unknown): Error {
  return new RegistryUnavailable('it did not answer in time', { cause });
}

function reasonOf(code: string): string {
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') return 'it did not answer in time';
  if (code === 'ECONNREFUSED') return 'nothing listens at its address';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the name of its address is not known';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS|SSL/.test(code)) return 'its certificate is not trusted; name its CA';
  return 'the connection to it failed';
}

// A server that asks for more than a day has its clock wrong.
const LONGEST_MS = 86_400_000;

/** How long a `Retry-After` header asks to wait, in milliseconds: seconds or a date; null when it says neither. */
export function retryAfterOf(header: string | readonly string[] | undefined, now = Date.now()): number | null {
  if (typeof header !== 'string') return null;
  const text = header.trim();
  const wait = /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) * 1000 : dateOf(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), LONGEST_MS) : null;
}

/** Only what looks like an HTTP date: `Date.parse` takes almost anything. */
function dateOf(text: string): number {
  return /^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(text) ? Date.parse(text) : NaN;
}

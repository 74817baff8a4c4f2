/**
 * A connection address as it may be logged: scheme, host, port and database. User, password and parameters are left out, because
 * PostgreSQL takes a password in either place.
 */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return '(an address that cannot be parsed)';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

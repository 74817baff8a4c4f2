/**
 * A path that may be shown: segments of the registry's alphabet stay, any other is written `?`. File names are somebody's text and may
 * name a patient.
 */
export function shownPath(path: string): string {
  return path
    .split('/')
    .map((segment) => (/^[a-z0-9][a-z0-9._-]{0,99}$/.test(segment) ? segment : '?'))
    .join('/');
}

/** `12.3 ms`, `4.56 ms`, `0.789 ms`: three digits that mean something. */
export function ms(value: number): string {
  return `${threeDigits(value)} ms`;
}

/** `12.3 s` of milliseconds. */
export function seconds(valueMs: number): string {
  return `${threeDigits(valueMs / 1_000)} s`;
}

/** `1.23x` */
export function ratio(value: number, baseline: number): string {
  return `${threeDigits(value / baseline)}x`;
}

export function interval([low, high]: readonly [number, number], format: (value: number) => string): string {
  return `${format(low)} to ${format(high)}`;
}

function threeDigits(value: number): string {
  if (!Number.isFinite(value)) return 'unknown';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.001))));
  return value.toFixed(Math.min(digits, 3));
}

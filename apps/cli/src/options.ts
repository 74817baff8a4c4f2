import { InvalidArgumentError, Option } from 'commander';
import type { RegionInput } from '#libs/client';

/** An option that takes one of an enum's values, in any case, with `-` for `_`. */
export function choice<T extends string>(flags: string, description: string, values: readonly T[]): Option {
  const names = values.map((value) => value.toLowerCase().replaceAll('_', '-'));
  return new Option(flags, `${description} (${names.join(', ')})`).argParser((given: string): T => {
    const wanted = given.toUpperCase().replaceAll('-', '_');
    const value = values.find((one) => one === wanted);
    if (value === undefined) throw new InvalidArgumentError(`One of ${names.join(', ')} is meant.`);
    return value;
  });
}

export function positiveNumber(given: string): number {
  const value = Number(given);
  if (given.trim() === '' || !Number.isFinite(value) || value <= 0) {
    throw new InvalidArgumentError('A number above 0 is meant.');
  }
  return value;
}

/** A share, as in `0.01`; with a percent sign, as in `1%`. */
export function share(given: string): number {
  const value = given.endsWith('%') ? Number(given.slice(0, -1)) / 100 : Number(given);
  if (given.trim() === '' || !(value > 0 && value < 1)) {
    throw new InvalidArgumentError('A share over 0 and under 1 is meant, as 0.01 or 1%.');
  }
  return value;
}

export function wholeNumber(least: number, most: number): (given: string) => number {
  return (given) => {
    const value = Number(given);
    if (!/^\d+$/.test(given) || value < least || value > most) {
      throw new InvalidArgumentError(`A whole number from ${least} to ${most} is meant.`);
    }
    return value;
  };
}

/** `x,y,width,height` in level-0 pixels. */
export function parseRegion(given: string): RegionInput {
  const match = /^(\d+),(\d+),(\d+),(\d+)$/.exec(given);
  const [x, y, width, height] = (match ?? []).slice(1).map(Number);
  if (x === undefined || y === undefined || !width || !height) {
    throw new InvalidArgumentError('x,y,width,height in level-0 pixels is meant, as 2000,1500,3000,3000.');
  }
  return { x, y, width, height };
}

/** For an option that may be given several times. */
export function collect(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, given];
}

import { describe, expect, it } from 'vitest';
import { exactFloatsJson } from './float-text.js';
import { roundedFloatsJson } from './rounded-text.js';

const ROUNDS = 40;
const PATTERNS = 10_000;

/** xorshift32 (Marsaglia 2003): every pattern of bits but zero. */
function* patterns(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

function floatsOf(bits: readonly number[]): Float32Array {
  return new Float32Array(Uint32Array.from(bits).buffer);
}

function bitsOf(floats: Float32Array): readonly number[] {
  return Array.from(new Uint32Array(floats.buffer, floats.byteOffset, floats.length));
}

function readBack(text: string): readonly number[] {
  const parsed: readonly (number | null)[] = JSON.parse(text);
  return bitsOf(Float32Array.from(parsed, (value) => value ?? NaN));
}

/** Bits that a list does not give back. */
function lostIn(bits: readonly number[]): readonly number[] {
  const back = readBack(exactFloatsJson(floatsOf(bits)));
  return bits.filter((one, at) => one !== back[at]);
}

describe('exactFloatsJson', () => {
  it('reads back as the very same float32, whatever its bits are', () => {
    const source = patterns(20_260_301);
    for (let round = 0; round < ROUNDS; round += 1) {
      const bits = Array.from({ length: PATTERNS }, () => source.next().value);
      const floats = floatsOf(bits);
      const finite = bits.filter((_, at) => Number.isFinite(floats[at]));
      expect(finite.length).toBeGreaterThan(PATTERNS * 0.99);
      expect(lostIn(finite)).toEqual([]);
    }
  });

  it('reads back around every power of two and of ten, and at the ends of the range', () => {
    const edges = Array.from({ length: 254 }, (_, biased) =>
      [0, 1, 2, 0x7f_ff_ff].map((m) => (biased << 23) + m),
    ).flat();
    const tens = Array.from({ length: 84 }, (_, power) => Math.fround(Number(`1e${power - 45}`)));
    const near = bitsOf(Float32Array.from(tens)).flatMap((bits) => [Math.max(0, bits - 1), bits, bits + 1]);
    const bits = [...edges, ...near, 1, 0x00_7f_ff_ff, 0x7f_7f_ff_ff].filter((one) => one <= 0x7f_7f_ff_ff);
    const both = bits.flatMap((one) => [one, (one | 0x80_00_00_00) >>> 0]);
    expect(lostIn(both)).toEqual([]);
  });

  // numpy 2.4: [str(x) for x in np.array([...], 'f4')], which is the shortest text too; exponents are written as JavaScript does.
  it.each([
    [0.1, '0.1'],
    [1 / 3, '0.33333334'],
    [8.123457, '8.123457'],
    [100, '100'],
    [16777216, '16777216'],
    [-2.5, '-2.5'],
    [1e-10, '1e-10'],
    [3.4028235e38, '3.4028235e+38'],
    [1.401298464324817e-45, '1e-45'],
    [0.0009765625, '0.0009765625'],
    [5e-5, '0.00005'],
  ])('writes %s as %s: one digit less would be another number', (value, text) => {
    expect(exactFloatsJson(Float32Array.of(value))).toBe(`[${text}]`);
  });

  it('keeps the sign of zero, and writes null for what is not finite', () => {
    expect(exactFloatsJson(Float32Array.of(0, -0, NaN, Infinity, -Infinity))).toBe('[0,-0,null,null,null]');
    expect(exactFloatsJson(new Float32Array())).toBe('[]');
  });

  it('reads a part of a larger array, and lists longer than its buffer', () => {
    const all = Float32Array.from({ length: 50_000 }, (_, at) => Math.sin(at) * 12);
    const part = all.subarray(3, 49_003);
    expect(lostIn(bitsOf(part.slice()))).toEqual([]);
    expect(exactFloatsJson(part)).toBe(exactFloatsJson(part.slice()));
  });
});

describe('roundedFloatsJson', () => {
  it.each([0, 1, 2, 3, 4, 5, 9])('says what toFixed says at %s decimals', (decimals) => {
    const source = patterns(7);
    const small = Float32Array.from({ length: PATTERNS }, () => (source.next().value / 2 ** 31 - 1) * 20);
    const ties = Float32Array.of(0.5, 1.5, 2.5, -0.5, 0.125, -0.125, 0.0625, 0.03125, 2.5e9, 1e20, -3e30);
    const large = small.map((value, at) => value * 10 ** (at % 9));
    for (const floats of [small, ties, large]) {
      const wanted = Array.from(floats, (value) => Number(value.toFixed(decimals)) + 0);
      expect(JSON.parse(roundedFloatsJson(floats, decimals))).toEqual(wanted);
    }
  });

  it('leaves zeros at the end out, and writes null for what is not finite', () => {
    expect(roundedFloatsJson(Float32Array.of(1.5, 10, -0.00001, NaN), 4)).toBe('[1.5,10,0,null]');
  });
});

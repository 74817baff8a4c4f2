import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  applyCalibration,
  applyToShare,
  sigmoid,
  softmax,
  softplus,
  validateCalibrationMap,
  type CalibrationMap,
} from './index.js';

interface Expected {
  readonly logits: readonly number[];
  readonly maps: readonly { readonly map: CalibrationMap; readonly probability: readonly number[] }[];
  readonly softmax: readonly { readonly logits: readonly number[]; readonly probabilities: readonly number[] }[];
  readonly softplus: readonly { readonly x: number; readonly y: number }[];
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../../test/fixtures/numerics/calibration.json', import.meta.url), 'utf8'),
);

type ShiftMap = Extract<CalibrationMap, { method: 'prior-shift' }>;
const shift = (
  trainingPrevalence: number,
  targetPrevalence: number,
  of: ShiftMap['of'] = { method: 'none' },
): ShiftMap => ({
  method: 'prior-shift',
  trainingPrevalence,
  targetPrevalence,
  of,
});

describe('applying a calibration map to a share', () => {
  const of = {
    method: 'isotonic',
    scale: 'PROBABILITY',
    knots: [
      { x: 0, y: 0.05 },
      { x: 0.5, y: 0.2 },
      { x: 1, y: 0.8 },
    ],
  } as const;

  it('is linear between the knots and takes 0 and 1, as numpy.interp does', () => {
    const probabilities = [0, 1 / 3, 0.5, 0.75, 1].map((share) => applyToShare(of, share));
    [0.05, 0.15, 0.2, 0.5, 0.8].forEach((wanted, i) => expect(probabilities[i]).toBeCloseTo(wanted, 12));
  });

  it('shifts the prior of what the map gives', () => {
    // Odds of 0.2 at a prevalence of a half, carried to a tenth: 0.25 / 9.
    expect(applyToShare(shift(0.5, 0.1, of), 0.5)).toBeCloseTo(0.25 / 9 / (1 + 0.25 / 9), 12);
  });

  it.each<[CalibrationMap, number]>([
    [{ method: 'none' }, 0.5],
    [{ method: 'temperature', temperature: 2 }, 0.5],
    [{ ...of, scale: 'LOGIT' }, 0.5],
    [shift(0.5, 0.1), 0.5],
    [of, 1.01],
    [of, NaN],
  ])('is refused for a map of log-odds and a number that is no share (case %#)', (map, share) => {
    expect(() => applyToShare(map, share)).toThrow();
  });
});

describe('applying a calibration map', () => {
  it.each(expected.maps)('gives what scikit-learn and scipy give for $map.method (case %#)', ({ map, probability }) => {
    expect(validateCalibrationMap(map)).toEqual([]);
    const worst = expected.logits.map((logit, i) => Math.abs(applyCalibration(map, logit) - (probability[i] ?? NaN)));
    expect(Math.max(...worst)).toBeLessThan(1e-12);
  });

  it.each(expected.maps)('never falls as the logit rises: $map.method (case %#)', ({ map }) => {
    const rising = [...expected.logits].sort((a, b) => a - b).map((logit) => applyCalibration(map, logit));
    expect(rising.every((value, i) => value >= (rising[i - 1] ?? 0) - 1e-15 && value >= 0 && value <= 1)).toBe(true);
  });

  it('hits the knots of an isotonic map and stays flat outside', () => {
    const map: CalibrationMap = {
      method: 'isotonic',
      scale: 'LOGIT',
      knots: [
        { x: -1, y: 0.1 },
        { x: 1, y: 0.5 },
        { x: 3, y: 0.9 },
      ],
    };
    const found = [-9, -1, 0, 1, 2, 3, 9].map((logit) => applyCalibration(map, logit));
    expect(found.map((p) => Math.round(p * 1e12) / 1e12)).toEqual([0.1, 0.1, 0.3, 0.5, 0.7, 0.9, 0.9]);
  });

  it('undoes the sampling and the weight of the two-step ROS1 models: odds x 5/W x pi/(1 - pi)', () => {
    // Five negatives a positive and the positive weight W: effective training odds W/5, so a prevalence of W/(W + 5).
    for (const weight of [5, 10, 20, 30]) {
      const [z, pi] = [1.4, 306 / 33_014];
      const odds = Math.exp(z) * (5 / weight) * (pi / (1 - pi));
      expect(applyCalibration(shift(weight / (weight + 5), pi), z)).toBeCloseTo(odds / (1 + odds), 14);
    }
  });

  it('shifts a logit whose probability would round to 1', () => {
    // sigma(40) is 1 in float64; logit 40 + logit 1e-9 is 40 - 20.72, worked out in the logarithms of the odds.
    const expected = 1 / (1 + Math.exp(-(40 + Math.log(1e-9 / (1 - 1e-9)))));
    expect(applyCalibration(shift(0.5, 1e-9), 40)).toBeCloseTo(expected, 15);
    expect(applyCalibration(shift(0.5, 1e-9), 40)).toBeLessThan(1);
  });

  it.each([NaN, Infinity, -Infinity])('refuses the logit %s', (logit) => {
    expect(() => applyCalibration({ method: 'none' }, logit)).toThrow();
  });
});

describe('validating a calibration map', () => {
  const knots = (...pairs: readonly (readonly [number, number])[]): readonly { x: number; y: number }[] =>
    pairs.map(([x, y]) => ({ x, y }));
  it.each<[CalibrationMap, readonly string[]]>([
    [{ method: 'none' }, []],
    [{ method: 'temperature', temperature: 0 }, ['/temperature']],
    [{ method: 'temperature', temperature: -1 }, ['/temperature']],
    [{ method: 'temperature', temperature: Infinity }, ['/temperature']],
    [{ method: 'platt', a: 0, b: 0 }, ['/a']],
    [{ method: 'platt', a: -1, b: NaN }, ['/a', '/b']],
    [{ method: 'beta', a: 0, b: 0, c: 1 }, ['']],
    [{ method: 'beta', a: -0.1, b: 1, c: 1 }, ['/a']],
    [{ method: 'beta', a: 0, b: 1, c: 1 }, []],
    [{ method: 'beta', a: 1, b: NaN, c: Infinity }, ['/b', '/c']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: [] }, ['/knots']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.5]) }, ['/knots']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([-5, 0], [5, 1]) }, []],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.5], [0, 0.6]) }, ['/knots/1/x']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.5], [1, 0.4]) }, ['/knots/1/y']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.5], [1, 0.5]) }, []],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([0, -0.1], [1, 1.1]) }, ['/knots/0/y', '/knots/1/y']],
    [{ method: 'isotonic', scale: 'LOGIT', knots: knots([NaN, 0], [1, NaN]) }, ['/knots/0/x', '/knots/1/y']],
    [{ method: 'isotonic', scale: 'PROBABILITY', knots: knots([-1, 0], [1, 1]) }, ['/knots/0/x']],
    [shift(0.5, 0.01), []],
    [shift(0, 1), ['/trainingPrevalence', '/targetPrevalence']],
    [shift(NaN, 1.2), ['/trainingPrevalence', '/targetPrevalence']],
    [shift(0.5, 0.01, { method: 'platt', a: -1, b: 0 }), ['/of/a']],
    [shift(0.5, 0.01, { method: 'isotonic', scale: 'LOGIT', knots: knots([0, 0.5], [1, 0.4]) }), ['/of/knots/1/y']],
  ])('finds the problems of %j', (map, pointers) => {
    expect(validateCalibrationMap(map).map((problem) => problem.pointer)).toEqual(pointers);
  });
});

describe('sigmoid, softplus and softmax', () => {
  it('stay exact where a naive form overflows', () => {
    expect([sigmoid(-1000), sigmoid(0), sigmoid(1000)]).toEqual([0, 0.5, 1]);
    expect(sigmoid(-40)).toBeCloseTo(4.248354255291589e-18, 30);
    for (const { x, y } of expected.softplus)
      expect(Math.abs(softplus(x) - y)).toBeLessThanOrEqual(1e-15 * Math.max(1, y));
  });

  it.each(expected.softmax)('softmax is that of scipy (case %#)', ({ logits, probabilities }) => {
    const worst = [...softmax(logits)].map((p, i) => Math.abs(p - (probabilities[i] ?? NaN)));
    expect(Math.max(...worst)).toBeLessThan(1e-15);
    expect(worst).toHaveLength(probabilities.length);
  });

  it('softmax of [z, 0] over T is the temperature map', () => {
    expect(softmax([2, 0], 1.7)[0]).toBeCloseTo(applyCalibration({ method: 'temperature', temperature: 1.7 }, 2), 15);
  });

  it('softmax refuses nothing, NaN, infinities and a temperature of 0', () => {
    expect(() => softmax([])).toThrow();
    expect(() => softmax([0, NaN])).toThrow();
    expect(() => softmax([0, Infinity])).toThrow();
    expect(() => softmax([0, 1], 0)).toThrow();
  });
});

import { VersionsNotComparable } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import type { WholeCohort } from '#gateway/cohorts';
import { cohortOutcome } from './cohort-outcome.js';
import { cohortScoreTable } from './cohort-score-table.js';
import { checkStrata, comparedScale, strataAgree, type ScoresOfVersions } from './comparable.js';
import { noticesOf } from './version-notices.js';
import type { ItemScore, VersionScore } from './version-score.js';

function score(value: number, more: Partial<VersionScore> = {}): VersionScore {
  return {
    kind: 'SCORED',
    CALIBRATED_PROBABILITY: value,
    RAW_PROBABILITY: value / 2,
    VALUE: null,
    call: value >= 0.5 ? 'POSITIVE' : 'NEGATIVE',
    record: { id: 'record', stratum: 'ANY / ANY / ANY' },
    inputDigest: 'same',
    isLeaked: false,
    ...more,
  };
}

function item(key: string, more: object = {}): WholeCohort['items'][number] {
  const member = { slideId: `slide-${key}`, region: null, specimen: null, scanner: null, site: 'north' };
  const base = { patient: null, labels: { label: 'yes' }, survivalTime: null, survivalEvent: null, inTraining: null };
  const own = { key, members: [member], ...base, ...more };
  return Object.assign({ tenant: 't', cohortId: 'c', revision: 1, position: 0, heldOutFold: null }, own);
}

function cohortOf(items: WholeCohort['items'], labels: readonly string[] = ['label']): WholeCohort {
  const revision = {
    labels: labels.map((name) => ({ name, count: 1, isNumeric: false, values: [] })),
    patientCount: null,
    id: 'c',
  };
  return { revision: Object.assign(Object.create(null), revision), items };
}

const TARGET = { name: 't', kind: 'BINARY', className: null } as const;
const INPUT = { models: [], cohort: 'c', positive: 'yes' };
const versions = (...scores: readonly (readonly ItemScore[])[]): ScoresOfVersions =>
  scores.map((of, i) => ({ ref: `v${i + 1}`, scores: of }));

describe('items are paired', () => {
  const cohort = cohortOf([item('a'), item('b'), item('c'), item('d', { labels: {} }), item('e')]);
  const parts = {
    versions: versions(
      [score(0.9), score(0.1), { kind: 'MISSING', reason: 'NOT_ASKED', message: null }, score(0.2), score(0.7)],
      [
        score(0.8),
        score(0.2, { inputDigest: 'other' }),
        score(0.4),
        score(0.3),
        score(0.6, { CALIBRATED_PROBABILITY: null, call: 'OUT_OF_DOMAIN' }),
      ],
    ),
    scale: 'CALIBRATED_PROBABILITY',
    outcome: cohortOutcome(cohort, TARGET, INPUT),
    strata: [{ name: 'site', values: ['north', 'north', null, 'south', 'north'] }],
    withCalls: true,
  } as const;

  it('on the same slides and the same features, and the others are listed with what they lack', () => {
    const { table, leftOut } = cohortScoreTable(cohort, parts);
    expect(table.items).toEqual(['a']);
    expect(leftOut).toEqual([
      { item: 'b', missing: [{ name: 'v2', reason: 'OTHER_FEATURES' }] },
      { item: 'c', missing: [{ name: 'v1', reason: 'NOT_ASKED' }] },
      { item: 'd', missing: [{ name: 'label', reason: 'MISSING' }] },
      { item: 'e', missing: [{ name: 'v2', reason: 'OUT_OF_DOMAIN' }] },
    ]);
    expect(table.stratifications).toEqual([{ name: 'site', levels: ['north'], levelOf: Uint32Array.of(0) }]);
    expect(table.patients).toBeNull();
  });

  it('and in raw scores those without a calibrated one are there', () => {
    expect(cohortScoreTable(cohort, { ...parts, scale: 'RAW_PROBABILITY' }).table.items).toEqual(['a', 'e']);
  });
});

describe('what is compared', () => {
  it('has one scale, else it is refused by name', () => {
    const calibrated = [score(0.4)];
    const raw = [score(0.4, { CALIBRATED_PROBABILITY: null, call: 'UNCALIBRATED', record: null })];
    expect(comparedScale(TARGET, versions(calibrated, calibrated), null)).toBe('CALIBRATED_PROBABILITY');
    expect(comparedScale(TARGET, versions(raw, raw), null)).toBe('RAW_PROBABILITY');
    expect(comparedScale(TARGET, versions(calibrated, raw), 'RAW_PROBABILITY')).toBe('RAW_PROBABILITY');
    expect(() => comparedScale(TARGET, versions(calibrated, raw), null)).toThrow(VersionsNotComparable);
  });

  it('rests on records of one stratum, item by item, else it is refused by name', () => {
    const biopsy = score(0.4, { record: { id: 'b', stratum: 'BIOPSY / ANY / ANY' } });
    expect(strataAgree(versions([score(0.1), biopsy], [score(0.3), biopsy]))).toBe(true);
    const differing = versions([score(0.1), score(0.1)], [score(0.3), biopsy]);
    expect(() => checkStrata(differing)).toThrow(/v1 \(record holds for ANY \/ ANY \/ ANY\), v2 \(b holds for BIOPSY/);
  });
});

describe('what it is held against', () => {
  it('is nothing where nobody says which value is positive', () => {
    expect(cohortOutcome(cohortOf([item('a')]), TARGET, { models: [], cohort: 'c' }).of([0])).toEqual({ kind: 'NONE' });
  });

  it('is survival for risks, and measured values for values', () => {
    const cohort = cohortOf([
      item('a', { survivalTime: 3, survivalEvent: true, labels: { label: '1.5' } }),
      item('b', { labels: { label: '2' } }),
    ]);
    const risk = cohortOutcome(cohort, { ...TARGET, kind: 'RISK' }, { models: [], cohort: 'c' });
    expect([risk.isStated(0), risk.isStated(1)]).toEqual([true, false]);
    expect(risk.of([0])).toEqual({ kind: 'SURVIVAL', times: Float64Array.of(3), events: Uint8Array.of(1) });
    const value = cohortOutcome(cohort, { ...TARGET, kind: 'SCALAR' }, { models: [], cohort: 'c' });
    expect(value.of([1, 0])).toEqual({ kind: 'CONTINUOUS', values: Float64Array.of(2, 1.5) });
    const words = cohortOf([item('a')]);
    expect(() => cohortOutcome(words, { ...TARGET, kind: 'SCALAR' }, { models: [], cohort: 'c' })).toThrow(
      /decimal numbers/,
    );
  });

  it('has two values, or the negative one is named', () => {
    const cohort = cohortOf([
      item('a'),
      item('b', { labels: { label: 'no' } }),
      item('c', { labels: { label: 'unclear' } }),
    ]);
    expect(() => cohortOutcome(cohort, TARGET, INPUT)).toThrow(/`input.negative`/);
    const named = cohortOutcome(cohort, TARGET, { ...INPUT, negative: 'no' });
    expect([0, 1, 2].map(named.isStated)).toEqual([true, true, false]);
  });
});

describe('notices', () => {
  it('tell of training, and are silent where there is nothing to tell', () => {
    const cohort = cohortOf([item('a', { inTraining: true }), item('b')]);
    const leaked = versions([score(0.1, { isLeaked: true }), score(0.2)], [score(0.1), score(0.2)]);
    expect(noticesOf(cohort, leaked, [])).toEqual([
      expect.stringMatching(/trained on 1 of its items/),
      'v1 was trained on 1 of the items.',
    ]);
    expect(noticesOf(cohortOf([item('a')]), versions([score(1)]), [])).toEqual([]);
  });

  it('tell of regions only where they share tissue', () => {
    const region = (key: string, x: number) =>
      item(key, {
        members: [
          { slideId: 's', region: { x, y: 0, width: 10, height: 10 }, specimen: null, scanner: null, site: null },
        ],
      });
    expect(noticesOf(cohortOf([region('a', 0), region('b', 10)]), [], [])).toEqual([]);
    expect(noticesOf(cohortOf([region('a', 0), region('b', 9)]), [], [])).toHaveLength(1);
  });
});

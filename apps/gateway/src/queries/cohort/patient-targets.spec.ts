import { describe, expect, it } from 'vitest';
import { PatientSlidesRefused } from '#libs/errors';
import { type ModelCard } from '#model-registry';
import { type Answered } from '#gateway/pipeline';
import { callTargets, type CaseContext } from '#gateway/targets';
import { demoVersion } from '#gateway/testing';
import { patientCalls, type PatientSlide } from './patient-targets.js';

const demo = demoVersion('demo-dense-focus', '1', ['demo-dense-focus-1-platt-resection']);
const RESECTION: CaseContext = {
  ...{ stain: 'HE', organ: 'breast', preservation: 'FROZEN', specimen: 'RESECTION', scanner: null, site: null },
  ...{ prevalence: null, operatingPoint: null, patient: null },
};

/** A slide with a raw probability, as the answer road reads it. */
function slideOf(
  rawProbability: number,
  policy: ModelCard['input']['patientAggregation'],
  { context = RESECTION, percentile = 10 }: { readonly context?: CaseContext; readonly percentile?: number } = {},
): PatientSlide {
  const [target] = demo.card.output.targets;
  if (!target) throw new Error('the card has a target');
  const version = { ...demo, card: { ...demo.card, input: { ...demo.card.input, patientAggregation: policy } } };
  // A sigmoid of 40 is 1 in double precision.
  const logit = rawProbability === 1 ? 40 : Math.log(rawProbability / (1 - rawProbability));
  const domain = { distance: 1, percentile };
  const calls = callTargets(version, [{ kind: 'BINARY', target, logit, rawProbability, members: null }], {
    domain,
    context,
  });
  // What the rule reads of an answer, and nothing else of it.
  const answered = { version, calls, raw: { domain, members: [] } } as unknown as Answered<unknown>;
  return { answered, context };
}

const callOf = (...slides: readonly [PatientSlide, ...PatientSlide[]]) => {
  const [call] = patientCalls(slides, null);
  if (call?.kind !== 'BINARY') throw new Error('the target is binary');
  return call;
};

describe('a patient with several slides', () => {
  // (0.2 + 0.9) / 2 = 0.55; ln(0.55 / 0.45) = 0.2006706955; Platt 0.60816 z + 0.32127 gives 0.6090474280906462 (Python).
  it('has the mean raw probability where the card says MEAN_SLIDES, calibrated and called as one case', () => {
    const call = callOf(slideOf(0.2, 'MEAN_SLIDES'), slideOf(0.9, 'MEAN_SLIDES'));
    expect(call.rawProbability).toBeCloseTo(0.55, 14);
    expect(call.logit).toBeCloseTo(0.2006706954621511, 12);
    expect(call.probability).toBeCloseTo(0.6090474280906462, 12);
    expect(call).toMatchObject({ call: 'POSITIVE', operatingPoint: { id: 'youden' } });
  });

  it('has no call where one slide lies beyond the domain', () => {
    const call = callOf(slideOf(0.2, 'MEAN_SLIDES'), slideOf(0.9, 'MEAN_SLIDES', { percentile: 99.9 }));
    expect(call).toMatchObject({ call: 'OUT_OF_DOMAIN', probability: null });
  });

  it('has no record where its slides differ in what the record holds for', () => {
    const biopsy = { ...RESECTION, specimen: null };
    const call = callOf(slideOf(0.2, 'MEAN_SLIDES'), slideOf(0.9, 'MEAN_SLIDES', { context: biopsy }));
    expect(call).toMatchObject({ call: 'UNCALIBRATED', probability: null });
    expect(call.rawProbability).toBeCloseTo(0.55, 14);
  });

  it.each(['SINGLE', 'CONCAT_TILES', 'VIRTUAL_SLIDE'] as const)(
    'is refused by name where the card says %s',
    (policy) => {
      expect(() => callOf(slideOf(0.2, policy), slideOf(0.9, policy))).toThrow(PatientSlidesRefused);
      expect(() => callOf(slideOf(0.2, policy), slideOf(0.9, policy))).toThrow(policy);
    },
  );

  it('is refused where the mean has no log-odds', () => {
    const certain = slideOf(1, 'MEAN_SLIDES');
    expect(() => callOf(certain, certain)).toThrow('has no log-odds');
  });
});

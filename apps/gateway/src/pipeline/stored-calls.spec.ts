import { describe, expect, it } from 'vitest';
import { demoVersion } from '#gateway/testing';
import { type CaseContext } from '#gateway/targets';
import { callsOfStored } from './stored-calls.js';

const RECORD = 'demo-dense-focus-1-platt-resection';
const version = demoVersion('demo-dense-focus', '1', [RECORD]);
const CASE: CaseContext = {
  stain: 'HE',
  organ: 'breast',
  preservation: 'FROZEN',
  specimen: 'RESECTION',
  scanner: null,
  site: null,
  prevalence: null,
  operatingPoint: null,
  patient: null,
};
/** A row as the answer store gives it back: JSON, whoever wrote it. */
const row = (outputs: object) =>
  JSON.parse(JSON.stringify({ parameters: {}, outputs, provenance: { server: { id: 'gpu-1' } } }));
const inside = { distance: 3.3, percentile: 12 };

describe('callsOfStored', () => {
  // PyTorch's probability at this logit is in test/fixtures/reference/c6-expected.json.
  it('reads a row as the answer road does, with nothing but the version and the case', () => {
    const stored = row({ values: { logit: [1.04815948] }, shapes: { logit: [1, 1] }, domain: inside });
    const [call] = callsOfStored(version, stored, { context: CASE });
    expect(call).toMatchObject({ call: 'POSITIVE', kind: 'BINARY', calibration: { record: { id: RECORD } } });
    expect(call?.kind === 'BINARY' && call.probability).toBeCloseTo(0.722865188, 7);
    const far = row({ values: { logit: [1.04815948] }, shapes: {}, domain: { distance: 20, percentile: 100 } });
    expect(callsOfStored(version, far, { context: CASE })[0]?.call).toBe('OUT_OF_DOMAIN');
  });

  it('knows the members of an ensemble, their domains, and who held a patient out', () => {
    const { domain: _own, ...card } = version.card;
    const members = ['1', '2'].map((number) => ({ model: 'fold', version: number }));
    const identity = { ...card.identity, ensemble: { combine: 'OOF_BY_PATIENT' as const, members } };
    const ensemble = { ...version, card: { ...card, identity, domain: null, artifacts: [] } };
    const member = (percentile: number) => ({
      ref: 'local:fold/1',
      digest: '',
      answerId: '',
      server: { id: 'gpu-1' },
      domain: { distance: 1, percentile, limitPercentile: 99 },
    });
    const stored = (percentile: number) =>
      row({
        values: { logit: [-2, 3] },
        shapes: { logit: [2, 1, 1] },
        domain: null,
        members: [member(5), member(percentile)],
      });
    const [both] = callsOfStored(ensemble, stored(5), { context: CASE }, [false, false]);
    expect(both?.kind === 'BINARY' && both.members?.scores).toHaveLength(2);
    const [heldOut] = callsOfStored(ensemble, stored(5), { context: CASE }, [true, false]);
    expect(heldOut).toMatchObject({ logit: 3, call: 'POSITIVE' });
    const [unlike] = callsOfStored(ensemble, stored(100), { context: CASE });
    expect(unlike).toMatchObject({ call: 'OUT_OF_DOMAIN', reason: expect.stringContaining('the member local:fold/1') });
  });

  it('takes some microseconds a target', () => {
    const stored = row({ values: { logit: [1.04815948] }, shapes: { logit: [1, 1] }, domain: inside });
    const read = (count: number): number => {
      // Of this process, in microseconds: what runs beside it does not count.
      const before = process.cpuUsage();
      for (let i = 0; i < count; i++) callsOfStored(version, stored, { context: CASE });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / count;
    };
    read(2_000);
    // A twentieth of a millisecond is ten times what a quiet machine takes.
    expect(Math.min(...Array.from({ length: 8 }, () => read(2_000)))).toBeLessThan(50);
  });
});

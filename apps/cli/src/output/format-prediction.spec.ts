import { describe, expect, it } from 'vitest';
import { TesseraClient, type Prediction } from '#libs/client';
import { startFakeGateway } from '#test/fake-gateway';
import { predictionLines } from './format-prediction.js';
import { paintFor } from './paint.js';

async function predictionOn(slideName: string, context?: { prevalence: number }): Promise<Prediction> {
  const gateway = await startFakeGateway({ slideNames: [], prepared: [] });
  try {
    const { slideId } = gateway.world.addPrepared(slideName);
    const predictions = [{ model: 'demo-dense-focus@champion', ...(context && { context }) }];
    const { outcomes } = await new TesseraClient({ url: gateway.url }).predictMany({ slideId, predictions });
    const [outcome] = outcomes;
    if (outcome?.kind !== 'predicted') throw new Error('the fake gateway refused');
    return outcome.prediction;
  } finally {
    await gateway.close();
  }
}

const style = { paint: paintFor(false), full: false };

describe('predictionLines', () => {
  it('puts threshold, evidence with intervals and counts, and what it holds for beside a call', async () => {
    const text = predictionLines(await predictionOn('C6.tiff', { prevalence: 0.01 }), style).join('\n');
    expect(text).toMatch(
      /^local:demo-dense-focus\/1 {2}[0-9a-f]{12} {2}whole slide, 509 tiles\n {2}Nuclear-dense focus: POSITIVE\n/,
    );
    expect(text).toMatch(/probability +0\.771 of dense, calibrated, by dense-focus-1-platt [0-9a-f]{12}\n/);
    expect(text).toMatch(/raw score +0\.829, not calibrated \(sigmoid of the logit 1\.580\)/);
    expect(text).toMatch(/threshold +positive at calibrated probability >= 0\.610 \(operating point youden\)/);
    expect(text).toMatch(
      /evidence +PPA 96\.7 % \(93\.8 to 98\.2\), 261 of 270; NPA 63\.1 % \(54\.5 to 70\.9\), 82 of 130; unit: bag; section C6\n/,
    );
    expect(text).toMatch(/holds for +Bags of tiles of section C6 of one patient\./);
    expect(text).toMatch(/worth +at prevalence 1\.0 %: PPV 2\.6 %/);
    expect(text).toMatch(
      /domain +inside: distance 6\.90, limit 12\.80 \(percentile [\d.]+ of 1600 in the version's reference, limit 99\)\n/,
    );
  });

  it('shows neither a probability nor a threshold where there is no call', async () => {
    const text = predictionLines(await predictionOn('CMU.svs'), style).join('\n');
    expect(text).toContain('Nuclear-dense focus: OUT_OF_DOMAIN');
    expect(text).toMatch(/probability +none: no calibration holds here/);
    expect(text).toMatch(/domain +OUTSIDE: distance 21\.04, limit 12\.80/);
    expect(text).not.toMatch(/threshold|evidence|holds for/);
  });

  it('keeps a probability just below its threshold apart from it', async () => {
    const prediction = await predictionOn('C6.tiff');
    const targets = prediction.targets.map((target) => ({
      ...target,
      probability: 0.60996,
      call: 'NEGATIVE' as const,
    }));
    const text = predictionLines({ ...prediction, targets }, style).join('\n');
    expect(text).toMatch(/probability +0\.60996 of dense/);
    expect(text).toContain('>= 0.61000 ');
  });

  it('says a shared caution once, and gives the id of the answer whole: `tessera answer` takes nothing less', async () => {
    const prediction = await predictionOn('C6.tiff');
    const targets = prediction.targets.map((target) => {
      if (target.__typename !== 'BinaryCall') throw new Error('the demonstration has two classes');
      const { threshold } = target;
      const evidence = (threshold?.evidence ?? []).flatMap((one) => [one, { ...one, cohort: 'section B4' }]);
      const noted = evidence.map((one) => ({ ...one, note: 'Bags overlap.' }));
      return { ...target, threshold: threshold && { ...threshold, evidence: noted } };
    });
    const text = predictionLines({ ...prediction, targets }, style).join('\n');
    expect(text.match(/evidence +PPA/g)).toHaveLength(2);
    expect(text.match(/Bags overlap\./g)).toHaveLength(1);
    expect(text.endsWith(`answer       ${prediction.provenance.answerId}`)).toBe(true);
  });

  it('gives published rates in the words of their source, and no probability where the record has no map', async () => {
    const prediction = await predictionOn('C6.tiff');
    const rate = {
      metric: 'PPA' as const,
      cohort: 'holdout',
      published: '.72/.68',
      note: 'Which is which is not said.',
    };
    const targets = prediction.targets.map((target) => {
      if (target.__typename !== 'BinaryCall') throw new Error('the demonstration has two classes');
      const { threshold } = target;
      const raw = threshold && {
        ...threshold,
        scale: 'RAW_PROBABILITY' as const,
        evidence: [],
        publishedRates: [rate],
      };
      return { ...target, probability: null, threshold: raw };
    });
    const text = predictionLines({ ...prediction, targets }, style).join('\n');
    expect(text).toMatch(/probability +none: the record has a threshold on the raw score and no map\n/);
    expect(text).toMatch(/threshold +positive at raw probability >= 0\.610 /);
    expect(text).toMatch(/published +PPA \.72\/\.68; holdout\n/);
    expect(text).toMatch(/caution +Which is which is not said\./);
  });

  it('leaves evidence out for who has just read it, and nothing else', async () => {
    const prediction = await predictionOn('C6.tiff');
    const whole = predictionLines(prediction, style);
    const known = predictionLines(prediction, { ...style, isEvidenceKnown: true });
    expect(whole.filter((line) => !known.includes(line)).join('\n')).toMatch(
      /^ +evidence .*\n(.*caution .*\n)? +holds for .*$/,
    );
  });

  it('wraps at the end of a terminal, between words', async () => {
    const prediction = await predictionOn('C6.tiff');
    const lines = predictionLines(prediction, { ...style, columns: 100 });
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    const words = (text: readonly string[]): string => text.join(' ').replace(/\s+/g, ' ');
    expect(words(lines)).toBe(words(predictionLines(prediction, style)));
  });

  it('writes whole digests when asked to', async () => {
    const text = predictionLines(await predictionOn('C6.tiff'), { ...style, full: true }).join('\n');
    expect(text).toMatch(/^local:demo-dense-focus\/1 {2}[0-9a-f]{64} /);
    expect(text).toMatch(/domain .*\); [A-Z]/);
  });
});

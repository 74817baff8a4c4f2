import { isAbsent, populationStability } from '#libs/statistics';
import type { RegisteredCalibration, ScoreDistribution } from '#model-registry';
import type { TargetCall } from '#gateway/targets';

type Scale = ScoreDistribution['scale'];

/** A raw score on every scale that it has, and the record that holds for the case. */
interface ScaledScore {
  readonly target: string;
  readonly class: string | null;
  readonly calibration: RegisteredCalibration | null;
  readonly on: Readonly<Partial<Record<Scale, number | null>>>;
}

/** Raw scores against what each record registers, in the order in which targets and records first come. */
export function stabilityOf(calls: readonly TargetCall[]) {
  const groups = new Map<string, ScaledScore[]>();
  for (const score of calls.flatMap(scaledScores)) {
    const key = JSON.stringify([score.target, score.class, score.calibration?.record.id ?? null]);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(score);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [stabilityUnder(first, [first, ...others])] : [],
  );
}

function stabilityUnder({ target, class: className, calibration }: ScaledScore, scores: readonly ScaledScore[]) {
  const distribution = calibration?.record.scoreDistribution ?? null;
  const of = { target, class: className, record: calibration?.record.id ?? null };
  const nothing = { value: null, bins: null };
  if (!distribution) {
    const absence = calibration ? 'NO_DISTRIBUTION' : 'NO_RECORD';
    return { ...of, reference: null, scale: null, n: scores.length, ...nothing, absence } as const;
  }
  const { cohort: reference, scale, edges, shares } = distribution;
  const values = scores.flatMap(({ on }) => on[scale] ?? []);
  const found = populationStability(edges, shares, values);
  const known = { ...of, reference, scale, n: values.length };
  if (isAbsent(found)) return { ...known, ...nothing, absence: 'NO_SCORES' } as const;
  const bins = shares.map((registered, bin) => ({
    from: edges[bin - 1] ?? null,
    to: edges[bin] ?? null,
    registered,
    observed: found.shares[bin] ?? 0,
  }));
  return { ...known, value: found.value, bins, absence: null } as const;
}

function scaledScores(call: TargetCall): readonly ScaledScore[] {
  const target = call.target.name;
  const { calibration } = call;
  switch (call.kind) {
    case 'BINARY':
      return [{ target, class: null, calibration, on: { LOGIT: call.logit, RAW_PROBABILITY: call.rawProbability } }];
    case 'MULTICLASS':
    case 'ORDINAL':
      return call.classes.map((one) => ({
        target,
        class: one.name,
        calibration: one.calibration,
        on: { LOGIT: one.logit, RAW_PROBABILITY: one.comparedProbability },
      }));
    case 'SCALAR':
      return [{ target, class: null, calibration, on: { VALUE: call.value } }];
    case 'RISK':
      return [{ target, class: null, calibration, on: { RISK: call.value } }];
  }
}

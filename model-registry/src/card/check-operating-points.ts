import { applyCalibration, validateCalibrationMap } from '#libs/calibration';
import type { DocumentProblem } from '#libs/errors';
import type { CalibrationRecord, OperatingPoint, PublishedRate } from './calibration-record.js';
import { areUnique, expectThat } from './document-problems.js';
import type { CardTarget } from './model-card.js';

type Problems = readonly DocumentProblem[];
type Scale = OperatingPoint['scale'];

/** The scales that a target of each kind has a number on. */
const SCALES: Readonly<Record<CardTarget['kind'], readonly Scale[]>> = {
  BINARY: ['LOGIT', 'RAW_PROBABILITY', 'CALIBRATED_PROBABILITY'],
  MULTICLASS: ['LOGIT', 'RAW_PROBABILITY', 'CALIBRATED_PROBABILITY'],
  ORDINAL: ['LOGIT', 'RAW_PROBABILITY', 'CALIBRATED_PROBABILITY'],
  RISK: ['RISK'],
  SCALAR: ['VALUE'],
};

/** Every threshold: a scale that its target and its map have, evidence that can be true, and a cohort where it is the cohort's median. */
export function checkOperatingPoints(
  record: CalibrationRecord,
  target: Pick<CardTarget, 'kind'> | undefined,
): Problems {
  const { operatingPoints, defaultOperatingPoint } = record;
  const ids = operatingPoints.map((point) => point.id);
  return [
    ...expectThat(areUnique(ids), '/operatingPoints', 'must have unique ids'),
    ...expectThat(
      ids.includes(defaultOperatingPoint),
      '/defaultOperatingPoint',
      'must be the id of an entry of /operatingPoints',
    ),
    ...operatingPoints.flatMap((point, i) => {
      const pointer = `/operatingPoints/${i}`;
      return [
        ...scale(point, record.map, target, pointer),
        ...median(point, pointer),
        ...counts(point, pointer),
        ...(point.publishedRates ?? []).flatMap((rate, j) => published(rate, `${pointer}/publishedRates/${j}`)),
      ];
    }),
  ];
}

function scale(
  { scale: on, threshold }: OperatingPoint,
  map: CalibrationRecord['map'],
  target: Pick<CardTarget, 'kind'> | undefined,
  pointer: string,
): Problems {
  const scales = target && SCALES[target.kind];
  if (scales && !scales.includes(on))
    return expectThat(false, `${pointer}/scale`, `must be ${scales.join(' or ')} for a ${target.kind} target`);
  const isProbability = on === 'RAW_PROBABILITY' || on === 'CALIBRATED_PROBABILITY';
  const isInRange = !isProbability || (threshold >= 0 && threshold <= 1);
  return [
    ...expectThat(isInRange, `${pointer}/threshold`, 'must be between 0 and 1 on a scale of probabilities'),
    ...expectThat(
      on !== 'CALIBRATED_PROBABILITY' || map.method !== 'none',
      `${pointer}/scale`,
      'must be LOGIT or RAW_PROBABILITY where the map is none: there is no calibrated probability',
    ),
    ...expectThat(
      on !== 'CALIBRATED_PROBABILITY' || !isInRange || isReached(threshold, map),
      `${pointer}/threshold`,
      'must lie within what the map gives: no score would ever be on the other side of it',
    ),
  ];
}

/** An isotonic map gives the values of its knots and nothing beyond them; the other maps come as near to 0 and 1 as one likes. */
function isReached(threshold: number, map: CalibrationRecord['map']): boolean {
  const inner = map.method === 'prior-shift' ? map.of : map;
  if (inner.method !== 'isotonic' || validateCalibrationMap(map).length > 0) return true;
  // Beyond every logit's last knot on either side.
  const [least, most] = [-Number.MAX_VALUE, Number.MAX_VALUE].map((logit) => applyCalibration(map, logit));
  return threshold >= (least ?? 0) && threshold <= (most ?? 1);
}

/** A median belongs to the cohort that it was taken over (systems: correctness traps, 14). */
function median({ policy, scale: on, cohort }: OperatingPoint, pointer: string): Problems {
  const isMedian = policy === 'COHORT_MEDIAN';
  return [
    ...expectThat(
      !isMedian || on === 'RISK' || on === 'VALUE',
      `${pointer}/policy`,
      'must not be COHORT_MEDIAN on a scale of classes: half of any cohort would be positive',
    ),
    ...expectThat(
      isMedian === (cohort !== undefined),
      `${pointer}/cohort`,
      isMedian
        ? 'is required for COHORT_MEDIAN: the cohort whose median the threshold is'
        : 'must be absent unless the policy is COHORT_MEDIAN',
    ),
  ];
}

function counts({ evidence }: OperatingPoint, pointer: string): Problems {
  return evidence.flatMap((cohort, i) =>
    expectThat(
      cohort.truePositives + cohort.falseNegatives + cohort.trueNegatives + cohort.falsePositives > 0,
      `${pointer}/evidence/${i}`,
      'must count at least one case',
    ),
  );
}

function published({ value, range, interval }: PublishedRate, pointer: string): Problems {
  return [
    ...expectThat(
      (value === null) !== (range === null),
      pointer,
      'must have either a value or a range, and null for the other',
    ),
    ...expectThat(range === null || range[0] < range[1], `${pointer}/range`, 'must be [low, high] with low < high'),
    ...expectThat(
      interval === null || (value !== null && interval[0] <= value && value <= interval[1]),
      `${pointer}/interval`,
      'must be [low, high] around the value, or null',
    ),
  ];
}

import { type CalibrationRecord, type OperatingPoint } from '#model-registry';
import { type ValueScore } from './target-score.js';

/** The numbers of one score, by the scale that a threshold may be on; null where the score has none. */
export type Scales = Readonly<Record<OperatingPoint['scale'], number | null>>;

/** The numbers of a score under a record, or why it has none that a record can be applied to. */
export type ScalesUnder = (record: CalibrationRecord) => Scales | string;

/** Of a score of classes. */
export function classScales(logit: number | null, rawProbability: number, probability: number | null): Scales {
  return {
    LOGIT: logit,
    RAW_PROBABILITY: rawProbability,
    CALIBRATED_PROBABILITY: probability,
    RISK: null,
    VALUE: null,
  };
}

/** Of a value: a risk is compared on no other scale than a risk's. */
export function valueScales({ kind, value }: ValueScore): Scales {
  return {
    LOGIT: null,
    RAW_PROBABILITY: null,
    CALIBRATED_PROBABILITY: null,
    RISK: kind === 'RISK' ? value : null,
    VALUE: kind === 'SCALAR' ? value : null,
  };
}

import { type Precision } from '#libs/calibration';
import {
  type CalibrationRecord,
  type CardTarget,
  membersAsked,
  type ModelCard,
  type OperatingPoint,
} from '#model-registry';
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

/**
 * The precision that a score is compared in on a scale. One that was served as it is compared, in half precision or bfloat16, is compared in that; what was worked
 * out of such numbers in single precision; what comes from doubles or whole numbers in double.
 */
export function precisionOn(card: ModelCard, target: CardTarget, scale: OperatingPoint['scale']): Precision {
  const datatype = card.output.tensors.find(({ name }) => name === target.tensor)?.datatype;
  if (datatype === 'FP32' || datatype === undefined) return 'FP32';
  if (datatype !== 'FP16' && datatype !== 'BF16') return 'FP64';
  const served: Readonly<Record<OperatingPoint['scale'], boolean>> = {
    LOGIT: target.served === 'LOGIT' && target.kind === 'BINARY' && target.classes?.[1] === target.positiveClass,
    RAW_PROBABILITY: target.served === 'SIGMOID' || (target.served === 'SOFTMAX' && target.kind !== 'ORDINAL'),
    CALIBRATED_PROBABILITY: false,
    VALUE: target.final === 'IDENTITY',
    RISK: target.final === 'IDENTITY',
  };
  return served[scale] && membersAsked(card).length === 0 ? datatype : 'FP32';
}

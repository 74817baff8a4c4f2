import { softmax } from '#libs/calibration';
import { type CalibrationRecord } from '#model-registry';
import { calibrated, calibratedShare, type Caller, type CallState, type ProbabilityState } from './call-state.js';
import { classScales, type Scales } from './scales.js';
import { type ClassesScore, type ClassScore } from './target-score.js';
import { unlessTied } from './votes.js';

/** One class with its own call: it against the rest, or for ORDINAL it and all higher ones against the lower. */
export type ClassCall = ClassScore & ProbabilityState;

/** A target with exclusive classes, called class by class. */
export type ClassesCall = Omit<ClassesScore, 'classes'> & CallState & { readonly classes: readonly ClassCall[] };

const LOWEST = 'Every slide is of the lowest class or a higher one: it is no cut.';
const SATURATED = 'The served probability of this class rounds to 0 or 1: it has no log-odds that a record could map.';

/** Each class by its own record, else by a record of all classes together; and the target as a whole by its classes. */
export function callClasses(score: ClassesScore, caller: Caller, isVote = false): ClassesCall {
  const classes = score.classes.map((one, k): ClassCall =>
    isVote ? callShare(score, one, k, caller) : callClass(score, one, k, caller),
  );
  return { ...score, classes, ...stateOfWhole(score, classes) };
}

function callClass(score: ClassesScore, one: ClassScore, k: number, caller: Caller): ClassCall {
  let probability: number | null = null;
  const scalesOf = (mapped: number | null): Scales => {
    probability = mapped;
    return classScales(one.logit, one.comparedProbability, mapped);
  };
  const { target } = score;
  const noOdds = score.kind === 'ORDINAL' && k === 0 ? LOWEST : SATURATED;
  const own = caller({ target, className: one.name }, (record) =>
    one.logit === null ? noOdds : scalesOf(calibrated(record, one.logit)),
  );
  if (own.calibration !== null) return { ...one, ...own, probability };
  const joint = caller({ target, className: null }, (record) =>
    score.logits === null || one.logit === null ? noOdds : scalesOf(jointProbability(score, k, record)),
  );
  return { ...one, ...(joint.calibration === null ? own : joint), probability };
}

/** A class by its share of the votes: by a record of its own alone, for a map of all classes together is one of logits. */
function callShare({ target, kind }: ClassesScore, one: ClassScore, k: number, caller: Caller): ClassCall {
  let probability: number | null = null;
  const own = caller({ target, className: one.name }, (record) => {
    if (kind === 'ORDINAL' && k === 0) return LOWEST;
    probability = calibratedShare(record, one.comparedProbability);
    return classScales(null, one.comparedProbability, probability);
  });
  return { ...one, ...unlessTied(own, one.comparedProbability), probability };
}

/** Softmax of all logits over one temperature (Guo et al. 2017): the classes still sum to one. */
function jointProbability({ kind, logits }: ClassesScore, k: number, { map }: CalibrationRecord): number | null {
  if (map.method !== 'temperature' || logits === null) return null;
  const shares = softmax(logits, map.temperature);
  return kind === 'ORDINAL'
    ? Math.min(
        1,
        shares.subarray(k).reduce((sum, share) => sum + share, 0),
      )
    : (shares[k] ?? null);
}

/**
 * MULTICLASS: the call of the class with the largest raw probability; two that are equal are no call. ORDINAL: POSITIVE where one of its cuts is
 * reached, the highest of them; the lowest class is no cut, for every slide has it or a higher one.
 */
function stateOfWhole(score: ClassesScore, classes: readonly ClassCall[]): CallState {
  if (score.kind === 'ORDINAL') {
    const cuts = classes.slice(1).reverse();
    const found = (call: CallState['call']): ClassCall | undefined => cuts.find((one) => one.call === call);
    const decisive = found('POSITIVE') ?? found('INDETERMINATE') ?? found('NEGATIVE') ?? cuts[0];
    if (decisive) return stateOf(decisive, `${decisive.name} or higher`);
  }
  const [first = 0, ...others] = score.top;
  const top = classes[first];
  if (!top) throw new Error('a target of classes was expected to have one');
  const state = stateOf(top, top.name);
  const isRefused = state.call === 'OUT_OF_SCOPE' || state.call === 'OUT_OF_DOMAIN';
  if (others.length === 0 || isRefused) return state;
  const names = score.top.map((k) => classes[k]?.name ?? '').join(', ');
  const what = score.votes ? 'The most votes are those' : 'The largest probability is that';
  const reason = `${what} of several classes: ${names}.`;
  return { call: 'INDETERMINATE', reason, calibration: null, choice: null, operatingPoint: null };
}

function stateOf({ call, reason, calibration, choice, operatingPoint }: ClassCall, name: string): CallState {
  const isOfCase = call === 'OUT_OF_SCOPE' || call === 'OUT_OF_DOMAIN';
  return { call, reason: isOfCase ? reason : `${name}: ${reason}`, calibration, choice, operatingPoint };
}

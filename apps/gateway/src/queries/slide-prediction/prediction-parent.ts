import {
  type DomainCheck,
  type HeatMapMode,
  type Provenance,
  type TrainingCheck,
} from '#graphql/generated/schema-types';
import { type Answered, type Question, type Rectangle } from '#gateway/pipeline';
import { type CaseContext } from '#gateway/targets';
import { askedOf, ensembleReading, trainingCheck } from './ensemble-reading.js';
import { heatMapModes } from './heat-map.js';
import { type TargetPredictionParent, toTargetPrediction } from './to-target-prediction.js';

/** A SlidePrediction of the schema, with what its costly fields need. */
export interface PredictionParent {
  readonly targets: readonly TargetPredictionParent[];
  readonly tileCount: number;
  readonly region: Rectangle | null;
  readonly ensemble: ReturnType<typeof ensembleReading>;
  readonly training: TrainingCheck;
  readonly domain: () => Promise<DomainCheck | null>;
  readonly heatMapModes: readonly HeatMapMode[];
  readonly provenance: Provenance;
  readonly question: Question;
  readonly answered: Answered<unknown>;
}

export function predictionParent(
  question: Question,
  context: CaseContext,
  answered: Answered<unknown>,
  limitDistance: () => Promise<number>,
): PredictionParent {
  return {
    targets: answered.calls.map((call) => toTargetPrediction(call, context.prevalence)),
    tileCount: answered.features.tileCount,
    region: answered.features.region,
    ensemble: ensembleReading(answered),
    training: trainingCheck({ asked: askedOf(answered), training: answered.training }),
    domain: () => domainCheck(answered, limitDistance),
    // Several slides of a patient have no map: each of them has.
    heatMapModes: answered.features.parts ? [] : heatMapModes(answered.version.card),
    provenance: answered.provenance,
    // What is asked of the prediction later is asked of the version that answered, whatever the alias chooses then.
    question: { ...question, model: answered.version.ref, allowFallback: false },
    answered,
  };
}

async function domainCheck(
  { raw, version }: Answered<unknown>,
  limitDistance: () => Promise<number>,
): Promise<DomainCheck | null> {
  const { domain } = version.card;
  if (!domain || !raw.domain) return null;
  return {
    distance: raw.domain.distance,
    percentile: raw.domain.percentile,
    limitPercentile: domain.limitPercentile,
    limitDistance: await limitDistance(),
    isInside: raw.domain.percentile <= domain.limitPercentile,
    reference: domain.reference,
    referenceSize: domain.size,
  };
}

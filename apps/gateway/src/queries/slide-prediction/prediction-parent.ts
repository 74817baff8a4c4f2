import {
  type DomainCheck,
  type HeatMapMode,
  type Provenance,
  type TargetPrediction,
} from '#graphql/generated/schema-types';
import { type Answered, type CaseContext, type Question, type Rectangle } from '#gateway/pipeline';
import { heatMapModes } from './heat-map.js';
import { toBinaryCall } from './to-target-prediction.js';

/** A SlidePrediction of the schema, with what its costly fields need. */
export interface PredictionParent {
  readonly targets: readonly TargetPrediction[];
  readonly tileCount: number;
  readonly region: Rectangle | null;
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
    targets: answered.calls.map((call) => toBinaryCall(call, context.prevalence)),
    tileCount: answered.features.tileCount,
    region: question.region,
    domain: () => domainCheck(answered, limitDistance),
    heatMapModes: heatMapModes(answered.version.card),
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

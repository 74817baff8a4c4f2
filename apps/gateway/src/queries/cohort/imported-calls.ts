import type { PredictionContextInput } from '#graphql/generated/schema-types';
import { isCountingVotes, type ModelVersion } from '#model-registry';
import type { CohortItem, ImportedScore, PredictionImport } from '#gateway/cohorts';
import { type AnswerScope, InferencePipeline, versionOfAnswer } from '#gateway/pipeline';
import {
  asShareOfVotes,
  broughtScores,
  callTargets,
  type CaseContext,
  type TargetCall,
  type TargetScore,
  trainingOverlap,
  type TrainingOverlap,
} from '#gateway/targets';
import { caseContext } from '../question-input.js';
import { agreedContext } from './patient-targets.js';
import { contextOf } from './stored-predictions.js';

/** Scores of an item that were computed elsewhere, with the calls of today. */
export interface ImportedItem {
  readonly calls: readonly TargetCall[];
  readonly context: CaseContext;
  readonly training: TrainingOverlap;
}

const NO_CALL = { calibration: null, choice: null, operatingPoint: null, probability: null } as const;

/** Calls of scores that were computed elsewhere, by the records of the version that they are said to be of. No model runs. */
export class ImportedCalls {
  constructor(private readonly pipeline: InferencePipeline) {}

  /** The very version that the scores are of. @throws ModelNotFound where the registry no longer has it */
  versionOf(one: PredictionImport, { snapshot }: AnswerScope): ModelVersion {
    return versionOfAnswer(one, snapshot);
  }

  /**
   * An item has one score, of however many slides: what these differ in is not known of it. How far its features lie from the version's reference is not known either.
   * @throws NotFound for a slide that is gone; BadUserInput for a context that no case can have
   */
  async call(
    one: PredictionImport,
    { members, patient }: CohortItem,
    scores: ImportedScore['scores'],
    { given, scope }: { readonly given: PredictionContextInput | null; readonly scope: AnswerScope },
  ): Promise<ImportedItem> {
    const version = this.versionOf(one, scope);
    const contexts = await Promise.all(
      members.map(async (member) =>
        caseContext(await scope.slide(member.slideId), contextOf({ ...member, patient }, given)),
      ),
    );
    const context = agreedContext(contexts);
    const trainedOn = await this.pipeline.trainedOn(version, context.patient, scope.snapshot);
    const isVote = isCountingVotes(version.card);
    const brought = broughtScores(version.card, one.scale, scores);
    const read = isVote ? brought.map(asShareOfVotes) : brought;
    const callable = read.filter((score) => isVote || hasOdds(score));
    const called = callTargets(version, callable, { domain: null, context });
    const calls = read.map((score) => called.find(({ target }) => target === score.target) ?? uncalled(score));
    return {
      calls: calls.flatMap((call) => call ?? []),
      context,
      training: trainingOverlap(version.card, trainedOn),
    };
  }
}

function hasOdds(score: TargetScore): boolean {
  return score.kind !== 'BINARY' || Number.isFinite(score.logit);
}

/** Of a probability of 0 or 1, which no map of log-odds can take. */
function uncalled(score: TargetScore): TargetCall | null {
  if (score.kind !== 'BINARY') return null;
  const reason = 'The imported probability is 0 or 1 and has no log-odds: it cannot be calibrated.';
  return { ...score, call: 'UNCALIBRATED', reason, ...NO_CALL };
}

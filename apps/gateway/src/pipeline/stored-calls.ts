import { type ModelVersion } from '#model-registry';
import { type Answer } from '#gateway/answer-store';
import {
  callTargets,
  type Reading,
  targetScores,
  type TargetCall,
  trainingOverlap,
  type TrainedOn,
} from '#gateway/targets';
import { answerRowOf } from './stored-answer.js';

/**
 * The calls of a stored slide prediction, under the records of the version or under one that the reader names: for many answers at once, without
 * slide, bag or model. Nothing is read or waited for; some microseconds a target.
 * @param version the version that answered, by the answer's digest
 * @param reading the case, and the record to go by (`namedCalibration` finds and checks it), if any
 * @param trainedOn whether the version, or each member, was trained on the patient (`InferencePipeline.trainedOn`), where that is known
 * @throws ModelBadResponse, BadUserInput, CalibrationInvalid as `targetScores` and `callTargets` do
 */
export function callsOfStored(
  version: ModelVersion,
  answer: Pick<Answer, 'parameters' | 'outputs' | 'provenance'>,
  reading: Pick<Reading, 'context' | 'named'>,
  trainedOn: TrainedOn = [],
): readonly TargetCall[] {
  const { outputs, provenance } = answerRowOf(answer);
  const { heldOut } = trainingOverlap(version.card, trainedOn);
  const values = new Map(Object.entries(outputs.values));
  const scores = targetScores(version.card, { values, serverId: provenance.server.id }, heldOut);
  return callTargets(version, scores, { ...reading, domain: outputs.domain, members: outputs.members ?? [] });
}

import { ModelBadResponse, ModelVersionMismatch } from '#libs/errors';
import { isAllFinite, matchesShape, type InferenceResponse, type Tensor } from '#libs/inference-protocol';
import type { InferenceAnswer, InferenceCall, OutputExpectation } from './options.js';

/**
 * Holds an answer against what was asked: model, version, id, and each output's name, datatype, shape and finiteness. Nothing of an answer
 * that fails is used.
 * @throws ModelVersionMismatch, ModelBadResponse
 */
export async function checkAnswer(
  response: InferenceResponse,
  call: InferenceCall,
  server: string,
): Promise<InferenceAnswer> {
  const { name, version } = call.model;
  if (response.modelName !== name) throw new ModelBadResponse(server, 'another model answered');
  if (version !== null && response.modelVersion !== null && response.modelVersion !== version) {
    throw new ModelVersionMismatch(server, version);
  }
  if (call.id !== undefined && response.id !== null && response.id !== call.id) {
    throw new ModelBadResponse(server, 'it belongs to another request');
  }
  if (response.outputs.length > call.outputs.length)
    throw new ModelBadResponse(server, 'it has an output that was not asked for');
  const outputs = new Map<string, Tensor>();
  for (const expectation of call.outputs)
    outputs.set(expectation.name, await pickOutput(response.outputs, expectation, server));
  return { outputs, modelName: response.modelName, reportedVersion: response.modelVersion };
}

async function pickOutput(outputs: readonly Tensor[], expected: OutputExpectation, server: string): Promise<Tensor> {
  const output = outputs.find((tensor) => tensor.name === expected.name);
  if (output === undefined) throw new ModelBadResponse(server, 'an output is missing');
  if (output.datatype !== expected.datatype)
    throw new ModelBadResponse(server, 'an output has another datatype than the card says');
  if (!matchesShape(output.shape, expected.shape)) {
    throw new ModelBadResponse(server, 'an output has another shape than the card says');
  }
  if (!(await isAllFinite(output))) throw new ModelBadResponse(server, 'an output holds values that are not finite');
  return output;
}

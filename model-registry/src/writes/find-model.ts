import { AmbiguousModel, BadUserInput, ModelNotFound } from '#libs/errors';
import { isModelName, isSourceId } from '../model-ref.js';
import type { RegisteredModel } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';

/**
 * The model that a name means, as in `local:demo-dense-focus`, or `demo-dense-focus` where only one source has it.
 * @throws BadUserInput if it is no name of a model, ModelNotFound, or AmbiguousModel with the candidates
 */
export function findModel(snapshot: RegistrySnapshot, text: string): RegisteredModel {
  const colon = text.indexOf(':');
  const source = colon === -1 ? null : text.slice(0, colon);
  const name = text.slice(colon + 1);
  if ((source !== null && !isSourceId(source)) || !isModelName(name)) {
    throw new BadUserInput('model', 'must name a model without a version, as in local:demo-dense-focus');
  }
  const found = snapshot.models.filter((model) => model.name === name && (source === null || model.source === source));
  const [model, ...others] = found;
  if (!model) throw new ModelNotFound();
  if (others.length > 0) throw new AmbiguousModel(found.map((candidate) => `${candidate.source}:${name}`));
  return model;
}

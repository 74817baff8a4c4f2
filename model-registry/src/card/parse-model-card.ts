import { CardInvalid } from '#libs/errors';
import { checkCardContracts } from './check-card-contracts.js';
import { checkCardFiles } from './check-card-files.js';
import { checkCardTargets } from './check-card-targets.js';
import { checkCardTask } from './check-card-task.js';
import { isDescription } from './described-card.js';
import { parseDocument } from './document-problems.js';
import { modelCardSchema, type ModelCard } from './model-card.js';

const NEVER_SERVED = {
  pointer: '/cardKind',
  problem:
    'must be absent: a DESCRIPTION says what is published of a model without its files and is never served; release the model under a card that lists them',
};

/**
 * Parses a model card, version 1: its shape, and everything that a shape cannot say (docs/model-card.md lists the rules). It reads the
 * card alone; whether the files and the models that it names are there is the registry's to find out.
 *
 * @param json what JSON.parse gave; any value
 * @throws CardInvalid with at most twenty JSON pointers (RFC 6901), each with what is expected there; never with the card's own text
 */
export function parseModelCard(json: unknown): ModelCard {
  if (isDescription(json)) throw new CardInvalid([NEVER_SERVED]);
  return parseDocument(
    json,
    modelCardSchema,
    (card) => [...checkCardTask(card), ...checkCardContracts(card), ...checkCardTargets(card), ...checkCardFiles(card)],
    (problems) => new CardInvalid(problems),
  );
}

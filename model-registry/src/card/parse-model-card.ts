import { CardInvalid } from '#libs/errors';
import { checkCardContracts } from './check-card-contracts.js';
import { checkCardFiles } from './check-card-files.js';
import { checkCardTargets } from './check-card-targets.js';
import { checkCardTask } from './check-card-task.js';
import { parseDocument } from './document-problems.js';
import { modelCardSchema, type ModelCard } from './model-card.js';

/**
 * Parses a model card, version 1: its shape, and everything that a shape cannot say (docs/model-card.md lists the rules). It reads the
 * card alone; whether the files and the models that it names are there is the registry's to find out.
 *
 * @param json what JSON.parse gave; any value
 * @throws CardInvalid with at most twenty JSON pointers (RFC 6901), each with what is expected there; never with the card's own text
 */
export function parseModelCard(json: unknown): ModelCard {
  return parseDocument(
    json,
    modelCardSchema,
    (card) => [...checkCardTask(card), ...checkCardContracts(card), ...checkCardTargets(card), ...checkCardFiles(card)],
    (problems) => new CardInvalid(problems),
  );
}

import { CardInvalid } from '#libs/errors';
import { checkCardContracts } from './check-card-contracts.js';
import { checkCardTargets } from './check-card-targets.js';
import { checkCardTask } from './check-card-task.js';
import { describedCardSchema, type DescribedCard } from './described-card.js';
import { parseDocument } from './document-problems.js';

/**
 * Parses a description (model-registry/card/README.md): a card without files, in which null stands for what nobody published. What it
 * does state is held to the same rules as a card's.
 *
 * @param json what JSON.parse gave; any value
 * @throws CardInvalid with at most twenty JSON pointers (RFC 6901), each with what is expected there; never with the card's own text
 */
export function parseDescribedCard(json: unknown): DescribedCard {
  return parseDocument(
    json,
    describedCardSchema,
    (card) => [...checkCardTask(card), ...checkCardContracts(card), ...checkCardTargets(card)],
    (problems) => new CardInvalid(problems),
  );
}

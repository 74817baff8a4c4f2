// Whether an alignment head finds more partners than chance does. Made from the numbers, and says the opposite when they do.

/**
 * @param where on what it was evaluated, as the beginning of a sentence
 * @param evaluation an AlignmentEvaluation
 * @returns a sentence about Recall@5 in both directions
 */
export function againstChance(where, { pairs, directions }) {
  const at5 = directions.map(({ direction, recalls }) => ({ direction, ...recalls.find(({ k }) => k === 5) }));
  const told = at5.map(
    ({ direction, value, chance }) => `${direction} ${value.toFixed(3)} (chance ${chance.toFixed(3)})`,
  );
  const isAbove = at5.map(({ interval, chance }) => interval !== null && interval[0] > chance);
  const verdict = isAbove.every(Boolean)
    ? 'it is weak, and above chance'
    : isAbove.some(Boolean)
      ? 'it is above chance in one direction only'
      : 'it is near chance: these intervals do not tell it from knowing nothing';
  return `${where} ${verdict}: Recall@5 among ${pairs} is ${told.join(' and ')}.${isAbove.some(Boolean) ? '' : beyond(directions)}`;
}

/** Near chance at 5, and not at 10: something carries over, and that is not nothing. */
function beyond(directions) {
  const at10 = directions.map(({ direction, recalls }) => ({ direction, ...recalls.find(({ k }) => k === 10) }));
  const above = at10.filter(({ interval, chance }) => interval && interval[0] > chance);
  if (above.length === 0) return '';
  const told = above.map(
    ({ direction, value, chance }) => `${direction} ${value.toFixed(3)} (chance ${chance.toFixed(3)})`,
  );
  return ` Among the nearest 10 it is above chance, ${told.join(' and ')}: something carries over, and most answers are wrong.`;
}

// Sentences about a comparison over a cohort. Each is made from the numbers, and says the opposite when they do.

/**
 * What a comparison of two versions shows.
 * @param champion its version, as in '1'; the first of the comparison
 * @param challenger its version; the second
 */
export function verdictOfCohort({ n, positives, scores, pairs }, champion, challenger) {
  const [pair] = pairs;
  const [old, now] = scores;
  if (!pair?.delong || !old?.auc || !now?.auc)
    return 'No difference of the two versions can be given: see what is absent.';
  const { difference, ci, p } = pair.delong;
  const isNewer = Number(challenger) > Number(champion);
  const name = `Version ${challenger}${isNewer ? ', the newer,' : ''}`;
  const numbers = `The areas under the ROC curves differ by ${signed(difference)} (${ci.map(signed).join(' to ')}; DeLong p = ${shortP(p)}) on ${n} items, ${positives} of them positive.`;
  const flips = pair.flips ? ` ${pair.flips.totalCount} items are called otherwise.` : '';
  return [
    `${numbers}${flips}`,
    ranking(name, champion, { difference, ci }),
    ...atThresholds(pair.mcnemar, champion, challenger),
  ].join(' ');
}

/** What the areas say: how well each tells the two kinds apart, whatever the threshold. */
function ranking(name, champion, { difference, ci: [low, high] }) {
  if (high < 0)
    return `${name} is better here at telling the two kinds apart; moving @champion would be a reviewed change.`;
  const why =
    low > 0
      ? `version ${champion} has the larger area, beyond this interval`
      : `this interval does not tell the versions apart${difference > 0 ? `, and the difference is in favour of version ${champion}` : ''}`;
  return `${name} is not better at telling the two kinds apart: ${why}.`;
}

/** What the calls say, which is another question: each version has a threshold of its own. */
function atThresholds(mcnemar, champion, challenger) {
  if (!mcnemar) return [];
  const { onlyA, onlyB, p } = mcnemar;
  const counts = `At their own thresholds version ${champion} alone is right on ${onlyA} items and version ${challenger} alone on ${onlyB} (McNemar p = ${shortP(p)})`;
  return [`${counts}: that says where the thresholds lie on this cohort as much as how good the versions are.`];
}

function signed(value) {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`;
}

function shortP(p) {
  return p < 0.001 ? p.toExponential(1) : p.toFixed(3);
}

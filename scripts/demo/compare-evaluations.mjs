// Anchored: `AUC` is judged; `AUC, mean of 5 training seeds` is shown, for its interval is of another kind.
const HIGHER_IS_BETTER = /^(auc|auroc|auprc|accuracy|sensitivity|specificity|ppa|npa|f1)$/i;
const LOWER_IS_BETTER = /^(brier( score)?|ece|log.?loss|rmse)$/i;
const IS_ABOUT_QUALITY = /auc|auroc|auprc|accuracy|sensitivity|specificity|brier|\bece\b|loss|rmse/i;

/**
 * Pairs the figures that both versions have (same metric, cohort, protocol and unit), and says what they show.
 * @returns {{ rows: object[], differences: object[], verdict: string }} `better` of a row is 'champion', 'challenger', 'neither', or null where
 *   the metric is not judged; `isClear` when both intervals are given and do not overlap; `differences` are the newer card's own comparisons
 */
export function compareEvaluations(champion, challenger) {
  const rows = champion.evaluation.filter(isAboutQuality).flatMap((old) => {
    const now = challenger.evaluation.find((other) => identity(other) === identity(old));
    return now ? [{ old, now, better: better(old, now), isClear: areApart(old.interval, now.interval) }] : [];
  });
  const other = `${champion.name}/${champion.version}`;
  const differences = challenger.evaluation.filter(({ metric }) => metric.includes(other));
  return { rows, differences, verdict: verdictOf(champion, challenger, rows) };
}

function verdictOf(champion, challenger, rows) {
  const judged = rows.filter((row) => row.better !== null);
  if (judged.length === 0) return 'The two cards share no figure, so nothing here says which version is better.';
  const count = (who, isClear) => judged.filter((row) => row.better === who && (!isClear || row.isClear)).length;
  const isNewer = Number(challenger.version) > Number(champion.version);
  const figures =
    `Of ${judged.length} figures that both have, version ${challenger.version}${isNewer ? ' (the newer)' : ''} is better in ` +
    `${count('challenger')} and worse in ${count('champion')}. ` +
    `Apart beyond their intervals: ${count('challenger', true)} for it, ${count('champion', true)} against.`;
  const isBetter = count('challenger') > count('champion') && count('challenger', true) > count('champion', true);
  const conclusion = isBetter
    ? `Measured so, version ${challenger.version} is better; moving @champion would be a reviewed change.`
    : `Measured so, version ${challenger.version} is not better, and @champion stays on version ${champion.version}.`;
  return `${figures} ${conclusion}`;
}

function better(old, now) {
  const direction = HIGHER_IS_BETTER.test(old.metric) ? 1 : LOWER_IS_BETTER.test(old.metric) ? -1 : null;
  if (direction === null) return null;
  if (now.value === old.value) return 'neither';
  return (now.value - old.value) * direction > 0 ? 'challenger' : 'champion';
}

function isAboutQuality({ metric }) {
  return IS_ABOUT_QUALITY.test(metric);
}

function areApart(a, b) {
  return Boolean(a && b) && (a[0] > b[1] || b[0] > a[1]);
}

function identity({ metric, cohort, protocol, unit }) {
  return JSON.stringify([metric, cohort, protocol, unit]);
}

// What a person reads. Predictions look as `tessera predict` shows them.
import { measuredGeneTable, paintFor, predictionLines, printable, figure, table } from '#cli/output';

const paint = paintFor(process.stdout.isTTY === true && !process.env['NO_COLOR']);
const style = { paint, full: false, columns: 100 };
const say = (...lines) => console.log(lines.map((line) => printable(line)).join('\n'));

export function chapter(title) {
  console.log(`\n${paint.bold(title)}\n${'-'.repeat(title.length)}`);
}

/** A paragraph of at most 100 characters a line. */
export function paragraph(text) {
  const lines = [''];
  for (const word of printable(text).split(/\s+/)) {
    const last = lines.at(-1);
    if (last === '' || last.length + word.length < 100)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    else lines.push(word);
  }
  console.log(`\n${lines.join('\n')}`);
}

export function versions({ champion, challenger }) {
  chapter('A technical demonstration');
  for (const version of [champion, challenger]) {
    say(`${version.ref}  ${version.digest.slice(0, 12)}  @${version.aliases.join(' @')}`, `  ${version.title}`);
  }
  const use = champion.intendedUse;
  paragraph(`What the models were trained on: ${champion.trainedOn}`);
  paragraph(use.statement);
  for (const limitation of use.limitations) paragraph(`- ${limitation}`);
  paragraph(use.medicalUse ? 'The card says: approved for medical use.' : 'Not for medical use.');
  console.log('');
}

export function slide(added) {
  const mpp = added.mpp === null ? 'resolution unknown' : `${figure(added.mpp)} um/px`;
  say(`  ${added.name}  ${added.widthPx} x ${added.heightPx} px, ${mpp}, id ${added.id.slice(0, 12)}`);
}

export function features(of, { tiles, seconds, isReused }) {
  const speed = isReused
    ? 'made before, used again'
    : `${seconds.toFixed(1)} s, ${(tiles / seconds).toFixed(0)} tiles a second`;
  say(`  ${of.name}: ${tiles} tiles, ${speed}`);
}

/** The operation without its fragments; the file beside the other output has them. */
export function query(operation, variables) {
  chapter('One query: two versions side by side, the whole slide and one region of it');
  say(operation.text.trim().split('\n\nfragment')[0], `variables: ${JSON.stringify(variables)}`, '');
}

/** @param {Set<string>} known digests of the calibration records whose evidence was shown already; grows */
export function predictions(list, known = new Set()) {
  const digestOf = ({ provenance }) => provenance.calibration?.digest ?? '';
  const seen = list.filter((prediction) => known.has(digestOf(prediction)));
  for (const prediction of list) {
    const how = { ...style, isEvidenceKnown: seen.includes(prediction) };
    console.log(`\n${predictionLines(printable(prediction), how).join('\n')}`);
    if (prediction.provenance.calibration) known.add(digestOf(prediction));
  }
  if (seen.length > 0)
    paragraph('Evidence of these thresholds, and what they hold for: as above, it is the same calibration.');
}

export function embedding(vector) {
  chapter("The slide's vector");
  const { model, timings } = vector.provenance;
  say(
    `${model.ref}: ${vector.dimension} numbers from ${vector.tileCount} tiles, length ${vector.l2Norm.toFixed(2)}`,
    `  space ${vector.spaceId.slice(0, 12)}: to be compared with vectors of this space only; ${timings.totalMs.toFixed(1)} ms`,
  );
}

export function evaluations(champion, challenger, rows, differences) {
  const number = (value) => (Math.abs(value) < 10 ? value.toFixed(3) : figure(value));
  const cell = ({ value, interval }) => `${number(value)}${interval ? ` (${interval.map(number).join(' to ')})` : ''}`;
  const header = ['METRIC', `VERSION ${champion.version}`, `VERSION ${challenger.version}`, 'N', 'UNIT', ''];
  const cells = rows.map(({ old, now }) => [old.metric, cell(old), cell(now), String(old.n ?? '-'), old.unit]);
  const [heading, ...lines] = table(header, cells);
  // The cohorts are long: each has a line of its own above its figures.
  say(heading, ...lines.flatMap((line, index) => [`on ${rows[index].old.cohort}`, line]));
  const measured = rows.flatMap(({ old, now }) => [old, now]).filter((record) => record.interval && record.note);
  const cautions = new Set(measured.map((record) => record.note));
  for (const { metric, value, cohort, note } of differences) {
    // What is said once below is not said with each difference.
    const own = [...cautions].reduce((text, caution) => text.replace(caution, ''), note ?? '').replace(/[;\s]+$/, '.');
    paragraph(`Version ${challenger.version}, ${metric}: ${figure(value)} on ${cohort}. ${own}`);
  }
  for (const caution of cautions) paragraph(`Caution: ${caution}`);
}

/** What two versions are worth on one cohort, each with its interval. */
export function comparison({ scores, pairs, n, positives }, versions) {
  const number = (value) => value.toFixed(3);
  const cell = (estimate) =>
    estimate ? `${number(estimate.value)}${estimate.ci ? ` (${estimate.ci.map(number).join(' to ')})` : ''}` : '-';
  const header = ['METRIC', ...versions.map(({ version }) => `VERSION ${version}`)];
  const row = (name, of) => [name, ...scores.map((score) => cell(of(score)))];
  const rows = [
    row('AUC (DeLong)', ({ auc }) => auc),
    row('Brier score', ({ brier }) => brier),
    row('calibration error', ({ reliability }) => reliability && { value: reliability.ece }),
    row('PPA at the threshold (Wilson)', ({ calls }) => calls?.ppa),
    row('NPA at the threshold (Wilson)', ({ calls }) => calls?.npa),
  ];
  say('', ...table(header, rows), '', `n = ${n}, ${positives} positive`);
  const [pair] = pairs;
  const flips = pair?.flips?.nodes ?? [];
  if (flips.length > 0) say('called otherwise, the first of them:', ...flips.map(flipLine));
}

function flipLine({ item, a, b, isPositive }) {
  const label = isPositive === null ? '' : `, labelled ${isPositive ? 'positive' : 'negative'}`;
  return `  ${item}: ${a} -> ${b}${label}`;
}

/** What was compared with what, and where. */
export function measuredSpots({ n, spotCount, matchedCount, depth, predictedUnit, measuredUnit }) {
  say(
    `${n} of ${spotCount} spots: ${matchedCount} lie in a tile, and these are deep enough to be thinned to ${depth} molecules`,
    `predicted: ${predictedUnit}`,
    `measured: ${measuredUnit}`,
  );
}

/** Genes or gene sets with their correlations. */
export function measuredGenes(title, genes) {
  say('', title, ...measuredGeneTable(genes));
}

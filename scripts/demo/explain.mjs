// Sentences about answers. Each is made from the answer itself, and says the opposite when the answer does.
import { DemoFailure } from './failure.mjs';

/** Whole slide against region, for each version. */
export function explainRegion(whole, inRegion, why) {
  const pairs = whole.map((prediction, index) => ({
    ref: prediction.provenance.model.ref,
    whole: callOf(prediction),
    region: callOf(inRegion[index]),
    tiles: `${inRegion[index].tileCount} of ${prediction.tileCount} tiles`,
  }));
  const sentences = pairs.map(({ ref, whole: all, region, tiles }) =>
    all === region
      ? `${ref} says ${all} of both the whole slide and the region (${tiles}).`
      : `${ref} says ${all} of the whole slide and ${region} of the region (${tiles}).`,
  );
  const differ = pairs.some((pair) => pair.whole !== pair.region);
  const reason = differ
    ? 'Both can be right: the question is asked of the tiles that are given, and these are other tiles.'
    : 'The tiles of the region are other tiles, and here they give the same call.';
  return [...sentences, reason, `Why this region: ${why}`].join(' ');
}

/** Why no number was given. @throws DemoFailure when one was: then what this chapter tells is not true */
export function explainOutOfDomain(predictions, trainedOn) {
  const called = predictions.find((prediction) => callOf(prediction) !== 'OUT_OF_DOMAIN');
  if (called) {
    const ref = called.provenance.model.ref;
    throw new DemoFailure(
      `${ref} answered ${callOf(called)} on a slide that it does not know; OUT_OF_DOMAIN was expected.`,
    );
  }
  const distances = predictions.map(({ provenance, domain }) => {
    const limit = `${domain.limitDistance.toFixed(1)} (percentile ${domain.limitPercentile} of ${domain.referenceSize} in the reference)`;
    return `${provenance.model.ref}: distance ${domain.distance.toFixed(1)}, percentile ${domain.percentile.toFixed(1)}, limit ${limit}.`;
  });
  return [
    ...distances,
    `The versions know: ${trainedOn}`,
    'This slide comes from elsewhere. The model returns a raw score for it all the same; it looks like any other number and means nothing here. So there is no probability and no call, and OUT_OF_DOMAIN is the right answer.',
  ].join(' ');
}

function callOf(prediction) {
  return prediction.targets[0]?.call ?? 'NO_TARGET';
}

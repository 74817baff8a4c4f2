import type { FeatureBagFieldsFragment, SlideFieldsFragment, SlideQuery } from '#libs/client';
import { bytes, figure, properties, shorten, table, time } from './text.js';

/** One line that says which slide an answer is about. */
export function slideHeading(slide: SlideFieldsFragment, full: boolean): string {
  return [slide.name, `slide ${shorten(slide.id, full)}`, size(slide), resolution(slide)].filter(Boolean).join('  ');
}

export function slideTable(slides: readonly SlideFieldsFragment[], full: boolean): string[] {
  if (slides.length === 0) return ['No slides yet. Add one with `tessera slides add PATH`.'];
  return table(
    ['ID', 'NAME', 'FORMAT', 'SIZE', 'MPP', 'STAIN', 'ORGAN', 'ADDED'],
    slides.map((slide) => [
      shorten(slide.id, full),
      slide.name ?? '-',
      slide.format,
      size(slide),
      slide.mpp === null ? 'unknown' : figure(slide.mpp),
      slide.stain ?? '-',
      slide.organ ?? '-',
      time(slide.addedAt),
    ]),
  );
}

export function slideLines(
  slide: SlideFieldsFragment,
  full: boolean,
  more: readonly (readonly [string, string])[] = [],
): string[] {
  return properties([
    ['id', slide.id],
    ['name', slide.name],
    ['digest', shorten(slide.digest, full)],
    ['format', slide.format],
    ['size', `${size(slide)}, ${bytes(slide.sizeBytes)}`],
    ['resolution', resolution(slide)],
    ['objective', slide.objectivePower === null ? null : `${slide.objectivePower}x, as the file says`],
    ['stain', slide.stain],
    ['organ', slide.organ],
    ['specimen', slide.specimen],
    ['preservation', slide.preservation],
    ['scanner', slide.scanner],
    ['site', slide.site],
    ['added', time(slide.addedAt)],
    ...more,
  ]);
}

export function slideDetailLines(slide: NonNullable<SlideQuery['slide']>, full: boolean): string[] {
  const levels = slide.levels.map((level) => `${level.widthPx} x ${level.heightPx}`).join(', ');
  return [
    ...slideLines(slide, full, [['levels', levels]]),
    '',
    ...(slide.featureBags.length === 0
      ? ['No features yet. Make them with `tessera features prepare SLIDE --encoder REF`.']
      : bagTable(slide.featureBags, full)),
  ];
}

export function bagTable(bags: readonly FeatureBagFieldsFragment[], full: boolean): string[] {
  return table(
    ['FEATURES', 'ENCODER', 'ORIGIN', 'TILES', 'DIMENSION', 'TILE', 'MADE'],
    bags.map((bag) => [
      shorten(bag.digest, full),
      `${bag.encoder.name}/${bag.encoder.version} ${shorten(bag.encoder.digest, full)}`,
      bag.origin,
      String(bag.tileCount),
      String(bag.dimension),
      `${bag.tileSizePx} px at ${figure(bag.mpp)} um/px`,
      time(bag.createdAt),
    ]),
  );
}

function size(slide: SlideFieldsFragment): string {
  return `${slide.widthPx} x ${slide.heightPx} px`;
}

function resolution(slide: SlideFieldsFragment): string {
  if (slide.mpp === null) return 'unknown: state it with --mpp';
  return `${figure(slide.mpp)} um/px${slide.mppSource === 'STATED' ? ', as stated when it was added' : ''}`;
}

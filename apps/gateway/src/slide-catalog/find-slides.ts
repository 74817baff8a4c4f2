import type { Slide } from './slide.entity.js';

/** Which slides of a tenant a word may mean: by id, by digest, or by name. */
export interface FoundSlides {
  /** The slide; `SEVERAL` where more than one has the name; null where there is none. An id goes before a digest, a digest before a name. */
  of(word: string): Slide | 'SEVERAL' | null;
}

/** @param slides every slide that has one of the words as its id, digest or name */
export function foundSlides(slides: readonly Slide[]): FoundSlides {
  const byId = new Map(slides.map((slide) => [slide.id, slide]));
  const byDigest = new Map(slides.map((slide) => [slide.digest, slide]));
  const byName = new Map<string, Slide | 'SEVERAL'>();
  for (const slide of slides) {
    if (slide.name !== null) byName.set(slide.name, byName.has(slide.name) ? 'SEVERAL' : slide);
  }
  return { of: (word) => byId.get(word) ?? byDigest.get(word) ?? byName.get(word) ?? null };
}

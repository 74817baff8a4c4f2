import { SlideDocument, TesseraError, type SlideFieldsFragment } from '#libs/client';
import type { CliContext } from './cli-context.js';
import { AmbiguousSlide, NoSuchSlide } from './cli-errors.js';

const SHORTEST_PREFIX = 4;

/**
 * Finds a slide by its id, else by its name, else by the beginning of its id (at least four characters).
 * @throws AmbiguousSlide with the candidates, NoSuchSlide
 */
export async function resolveSlide(context: CliContext, given: string): Promise<SlideFieldsFragment> {
  // An id is one word; anything else can only be a name.
  if (/^[\w-]+$/.test(given)) {
    const exact = await context.ask(SlideDocument, { id: given }).catch(nullIfUnknown);
    if (exact?.slide) return exact.slide;
  }
  const named: SlideFieldsFragment[] = [];
  const begun: SlideFieldsFragment[] = [];
  for await (const slide of context.allSlides()) {
    if (slide.name === given) named.push(slide);
    if (given.length >= SHORTEST_PREFIX && slide.id.startsWith(given)) begun.push(slide);
  }
  const fitting = named.length > 0 ? named : begun;
  const [only] = fitting;
  if (!only) throw new NoSuchSlide();
  if (fitting.length > 1) throw new AmbiguousSlide(fitting);
  return only;
}

function nullIfUnknown(error: unknown): null {
  if (error instanceof TesseraError && (error.code === 'NOT_FOUND' || error.code === 'BAD_USER_INPUT')) return null;
  throw error;
}

import { type AddSlideInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { inspectSlide, type SlideMetadata } from '#libs/slides';
import { resolveSlidePath, type Slide, SlideCatalog } from '#gateway/slide-catalog';

const INSPECT_TIMEOUT_MS = 25_000;
const PLAIN_TEXT = /^[\p{L}\p{N} ._-]{1,100}$/u;
// Two statements of one resolution that differ by more are a contradiction, not rounding.
const MPP_TOLERANCE = 0.02;

/** Takes a slide file into the catalogue: its path is checked, its header read, its bytes digested. No pixel is decoded. */
export class AddSlide {
  constructor(
    private readonly slides: SlideCatalog,
    private readonly roots: readonly string[],
  ) {}

  async add(tenant: string, input: AddSlideInput, signal: AbortSignal): Promise<Slide> {
    checkWords(input);
    const path = await resolveSlidePath(input.path, this.roots, 'input.path');
    const metadata = await inspectSlide(path, { signal, timeoutMs: INSPECT_TIMEOUT_MS });
    checkMpp(input.mpp ?? null, metadata);
    return this.slides.add(tenant, { path, ...metadata, ...factsOf(input) });
  }
}

function factsOf(input: AddSlideInput) {
  return {
    name: input.name ?? null,
    mppStated: input.mpp ?? null,
    stain: input.stain ?? null,
    organ: input.organ ?? null,
    specimen: input.specimen ?? null,
    preservation: input.preservation ?? null,
    scanner: input.scanner ?? null,
    site: input.site ?? null,
  };
}

function checkWords(input: AddSlideInput): void {
  for (const field of ['name', 'organ', 'scanner', 'site'] as const) {
    const value = input[field];
    if (typeof value === 'string' && !PLAIN_TEXT.test(value))
      throw new BadUserInput(`input.${field}`, 'must be 1 to 100 letters, digits, spaces or . _ -');
  }
}

function checkMpp(stated: number | null, { mpp }: SlideMetadata): void {
  if (stated === null) return;
  if (!(stated > 0.01 && stated < 100))
    throw new BadUserInput('input.mpp', 'must be micrometres per pixel, over 0.01 and under 100');
  if (mpp !== null && Math.abs(stated / mpp - 1) > MPP_TOLERANCE)
    throw new BadUserInput('input.mpp', 'contradicts the resolution that the file states', { fileMpp: mpp });
}

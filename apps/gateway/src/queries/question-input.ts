import { type PredictionContextInput, type RegionInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import { type Rectangle } from '#gateway/pipeline';
import { type CaseContext } from '#gateway/targets';
import { type Slide } from '#gateway/slide-catalog';

/** A region that lies on the slide, or null for the whole slide. */
export function regionOf(region: RegionInput | null | undefined, slide: Slide): Rectangle | null {
  if (!region) return null;
  const { x, y, width, height } = region;
  if (x < 0 || y < 0) throw new BadUserInput('region', 'must begin at 0 or more');
  if (width < 1 || height < 1) throw new BadUserInput('region', 'must be at least one pixel wide and high');
  if (x >= slide.widthPx || y >= slide.heightPx)
    throw new BadUserInput('region', 'must lie on the slide', { widthPx: slide.widthPx, heightPx: slide.heightPx });
  return { x, y, width, height };
}

/** What the caller says of the case goes before what the slide says. */
export function caseContext(slide: Slide, input: PredictionContextInput | null | undefined): CaseContext {
  const prevalence = input?.prevalence ?? null;
  if (prevalence !== null && !(prevalence > 0 && prevalence < 1))
    throw new BadUserInput('context.prevalence', 'must be over 0 and under 1');
  return {
    stain: slide.stain,
    organ: slide.organ,
    preservation: slide.preservation,
    specimen: input?.specimen ?? slide.specimen,
    scanner: input?.scanner ?? slide.scanner,
    site: input?.site ?? slide.site,
    prevalence,
    operatingPoint: input?.operatingPoint ?? null,
    patient: patientOf(input),
  };
}

function patientOf(input: PredictionContextInput | null | undefined): string | null {
  const patient = input?.patient ?? null;
  if (patient !== null && (patient === '' || patient.length > 200))
    throw new BadUserInput('context.patient', 'must be 1 to 200 characters');
  return patient;
}

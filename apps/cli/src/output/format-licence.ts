import type { AcceptLicenceMutation, LicenceFieldsFragment } from '#libs/client';
import { properties, time } from './text.js';

type Licensed = AcceptLicenceMutation['acceptLicence'];
type Entry = readonly [string, string];

const ACCESS: Readonly<Record<LicenceFieldsFragment['access'], string>> = {
  ALLOWED: 'you may',
  ACCEPTANCE_NEEDED: 'not before you accept the terms: `tessera models accept`',
  NON_COMMERCIAL_REFUSED: 'no: this gateway allows no models whose licence forbids commercial use',
  GATED_REFUSED: 'no: this gateway allows no models whose terms each user must accept',
};

/** The terms of a version, and whether the caller may use it, as lines of `models show`. */
export function licenceEntries({ ref, licence }: Licensed): readonly Entry[] {
  const limits = [
    licence.nonCommercial ? 'no commercial use' : null,
    licence.gated ? 'each user must accept the terms' : null,
    licence.derivativeOutputs ? 'outputs count as derivatives' : null,
  ].filter((limit) => limit !== null);
  const isOwn = licence.inheritedFrom === ref && licence.referenceSet === null;
  const origin = isOwn
    ? 'its own'
    : `the strictest terms, from ${ownerOf(licence.inheritedFrom, licence.referenceSet)}`;
  return [
    ['licence', [`${licence.spdxOrName} (${origin})`, ...limits].join('; ')],
    ['use it', ACCESS[licence.access]],
    ...licence.terms.map((terms): Entry => ['terms', termsLine(terms)]),
    ...licence.unknownParts.map((part): Entry => ['unknown', `the terms of ${part}, which no source here has`]),
  ];
}

function termsLine({
  model,
  referenceSet,
  spdxOrName,
  url,
  acceptedAt,
}: LicenceFieldsFragment['terms'][number]): string {
  const state = acceptedAt === null ? 'not accepted' : `accepted ${time(acceptedAt)}`;
  return [`${spdxOrName} of ${ownerOf(model, referenceSet)}`, state, url].filter(Boolean).join(', ');
}

function ownerOf(model: string, referenceSet: string | null): string {
  return referenceSet === null ? model : `the reference set ${referenceSet} of ${model}`;
}

/** What `models accept` says. */
export function acceptedLines(accepted: Licensed): string[] {
  if (accepted.licence.terms.length === 0) return [`${accepted.ref} has no terms that anybody must accept.`];
  return [accepted.ref, ...properties(licenceEntries(accepted), '  ')];
}

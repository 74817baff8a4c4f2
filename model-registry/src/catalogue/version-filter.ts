import type { StratumContext } from '#libs/calibration';
import { selectedCalibration } from '../applicable-calibration.js';
import type { ModelCard } from '../card/model-card.js';
import type { EffectiveLicence } from '../effective-licence.js';
import type { ModelVersion, SourceState } from '../registered-model.js';
import type { VersionFacts } from './version-facts.js';

type IntendedUse = ModelCard['intendedUse'];

/**
 * Which versions are looked for. What is left out or null does not matter; all that is given must hold. In a list one of its values must
 * hold. A card that states no organs, stains or specimens is not found by them: nothing stated is not everything allowed.
 */
export interface VersionFilter {
  /** Words that must all stand in the name or the title, in any case. */
  readonly search?: string | null;
  readonly tasks?: readonly ModelCard['task']['kind'][] | null;
  readonly levels?: readonly ModelCard['task']['level'][] | null;
  readonly organs?: readonly string[] | null;
  readonly stains?: readonly IntendedUse['stains'][number][] | null;
  readonly specimens?: readonly IntendedUse['specimens'][number][] | null;
  /** The encoder whose features a version takes. */
  readonly extractor?: { readonly model: string; readonly version?: string | null } | null;
  /** Terms of the effective licence. */
  readonly licence?: { readonly nonCommercial?: boolean | null; readonly gated?: boolean | null } | null;
  readonly sources?: readonly string[] | null;
  readonly sourceStates?: readonly SourceState[] | null;
  readonly alias?: string | null;
  /** Digest of the vocabulary: of a gene panel, a list of pathways. */
  readonly vocabulary?: string | null;
  /** A case for which the answer road would find a calibration record of the target, or of any where none is named. */
  readonly calibratedFor?: (StratumContext & { readonly target?: string | null }) | null;
}

/** What is asked of a version beyond its own facts. */
export interface SnapshotFacts {
  readonly stateOf: (source: string) => SourceState;
  readonly licenceOf: (version: ModelVersion) => EffectiveLicence;
}

type Test = (facts: VersionFacts) => boolean;

/** A filter as one question to a version; the cheap parts of it are asked first. Null where it lets everything through. */
export function versionTest(filter: VersionFilter, { stateOf, licenceOf }: SnapshotFacts): Test | null {
  const { tasks, levels, sources, sourceStates, alias, vocabulary } = filter;
  const tests: readonly (Test | null)[] = [
    oneOf(tasks, ({ task }) => task),
    oneOf(levels, ({ level }) => level),
    oneOf(sources, ({ source }) => source),
    oneOf(sourceStates, ({ source }) => stateOf(source)),
    alias ? ({ aliases }) => aliases.includes(` ${alias} `) : null,
    vocabulary ? (facts) => facts.vocabulary === vocabulary : null,
    extractorTest(filter),
    useTest(filter),
    searchTest(filter),
    licenceTest(filter, licenceOf),
    calibrationTest(filter),
  ];
  const asked = tests.filter((test) => test !== null);
  return asked.length === 0 ? null : (facts) => asked.every((test) => test(facts));
}

function oneOf<T>(wanted: readonly T[] | null | undefined, valueOf: (facts: VersionFacts) => T): Test | null {
  if (!wanted) return null;
  const values = new Set(wanted);
  return (facts) => values.has(valueOf(facts));
}

function extractorTest({ extractor: wanted }: VersionFilter): Test | null {
  if (!wanted) return null;
  return ({ encoder, encoderVersion }) =>
    encoder === wanted.model && (wanted.version ?? encoderVersion) === encoderVersion;
}

function useTest({ organs, stains, specimens }: VersionFilter): Test | null {
  if (!organs && !stains && !specimens) return null;
  const wanted = organs?.map((organ) => organ.toLowerCase());
  return ({ version, organs: stated }) => {
    if (wanted && !stated.some((organ) => wanted.includes(organ))) return false;
    const use = version.card.intendedUse;
    return (
      (!stains || use.stains.some((stain) => stains.includes(stain))) &&
      (!specimens || use.specimens.some((specimen) => specimens.includes(specimen)))
    );
  };
}

function searchTest({ search }: VersionFilter): Test | null {
  const words = (search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0 ? null : ({ text }) => words.every((word) => text.includes(word));
}

function licenceTest({ licence: wanted }: VersionFilter, licenceOf: SnapshotFacts['licenceOf']): Test | null {
  if (!wanted) return null;
  const { nonCommercial, gated } = wanted;
  return ({ version }) => {
    const licence = licenceOf(version);
    return (
      (nonCommercial ?? licence.nonCommercial) === licence.nonCommercial && (gated ?? licence.gated) === licence.gated
    );
  };
}

function calibrationTest({ calibratedFor }: VersionFilter): Test | null {
  if (!calibratedFor) return null;
  const { target: named, ...context } = calibratedFor;
  return ({ version }) =>
    version.card.output.targets
      .filter(({ name }) => (named ?? name) === name)
      .some(({ name, classes }) =>
        [null, ...(classes ?? [])].some((of) => selectedCalibration(version, { target: name, class: of }, context)),
      );
}

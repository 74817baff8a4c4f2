import { validateCalibrationMap } from '#libs/calibration';
import { CalibrationInvalid, type DocumentProblem } from '#libs/errors';
import { calibrationRecordSchema, type CalibrationRecord } from './calibration-record.js';
import { checkOperatingPoints } from './check-operating-points.js';
import { checkScoreDistribution } from './check-score-distribution.js';
import { checkVoteRecord } from './check-vote-record.js';
import { areUnique, expectThat, isRealDate, parseDocument } from './document-problems.js';
import type { CardTarget } from './model-card.js';

type Problems = readonly DocumentProblem[];

/** What a record must know of the version that it calibrates; every card has it. */
export interface CalibratedVersion {
  readonly identity: {
    readonly name: string;
    readonly version: string;
    readonly ensemble?: { readonly combine: string | null } | null;
  };
  readonly output: {
    readonly targets: readonly (Pick<CardTarget, 'name' | 'kind'> & Partial<Pick<CardTarget, 'classes'>>)[];
  };
  readonly artifacts?: readonly { readonly role: string | null }[];
}

/**
 * Parses a calibration record, version 1, against the card of the version that it calibrates: a threshold belongs to one version, one
 * target, one stratum and one scale, and a record that leaves any of them open is refused.
 *
 * @param json what JSON.parse gave; any value
 * @param card the parsed card of the version
 * @throws CalibrationInvalid with at most twenty JSON pointers (RFC 6901), each with what is expected there
 */
export function parseCalibrationRecord(json: unknown, card: CalibratedVersion): CalibrationRecord {
  return parseDocument(
    json,
    calibrationRecordSchema,
    (record) => {
      const target = card.output.targets.find((candidate) => candidate.name === record.target);
      return [
        ...subject(record, card, target),
        ...mapProblems(record, target),
        ...checkOperatingPoints(record, target),
        ...greyZone(record),
        ...evidence(record),
        ...checkScoreDistribution(record, target),
        ...checkVoteRecord(record, card),
      ];
    },
    (problems) => new CalibrationInvalid(problems),
  );
}

type Target = CalibratedVersion['output']['targets'][number] | undefined;

function subject(record: CalibrationRecord, { identity }: CalibratedVersion, target: Target): Problems {
  return [
    ...expectThat(record.model === identity.name, '/model', "must be the card's name"),
    ...expectThat(record.version === identity.version, '/version', "must be the card's version"),
    ...expectThat(target !== undefined, '/target', "must be the name of one of the card's targets"),
    ...ownClass(record, target),
    ...expectThat(
      areUnique(record.fallback) && !record.fallback.includes(record.id),
      '/fallback',
      'must name other records, each once',
    ),
  ];
}

/** One class against the rest, or a cut of an order; or, without a class, one temperature for all of them. */
function ownClass({ class: name, map }: CalibrationRecord, target: Target): Problems {
  if (!target) return [];
  if (target.kind !== 'MULTICLASS' && target.kind !== 'ORDINAL')
    return expectThat(name === undefined, '/class', `must be absent for a ${target.kind} target`);
  if (name === undefined)
    return expectThat(
      map.method === 'temperature',
      '/map/method',
      'must be temperature for a record of all classes together; name one class for any other map',
    );
  const names = target.classes ?? [];
  const cuts = target.kind === 'ORDINAL' ? names.slice(1) : names;
  return expectThat(
    cuts.includes(name),
    '/class',
    target.kind === 'ORDINAL'
      ? 'must be one of the classes of the target above the lowest: every slide has that one or a higher one'
      : 'must be one of the classes of the target',
  );
}

const isValue = (target: Target): boolean => target?.kind === 'RISK' || target?.kind === 'SCALAR';

/** A map may stretch the order of the scores and never change it (science section 2). */
function mapProblems({ map, trainingPrevalence, fittedOn }: CalibrationRecord, target: Target): Problems {
  const isUnfitted = map.method === 'none' || (map.method === 'prior-shift' && map.of.method === 'none');
  return [
    ...validateCalibrationMap(map).map(({ pointer, problem }) => ({ pointer: `/map${pointer}`, problem })),
    ...expectThat(
      !isValue(target) || map.method === 'none',
      '/map/method',
      'must be none for a target of the kind RISK or SCALAR: it has no probability',
    ),
    ...expectThat(
      fittedOn !== null || isUnfitted,
      '/fittedOn',
      'must name the cohort that the map was fitted on; null is for none, and for the prior shift of none',
    ),
    ...expectThat(
      map.method !== 'prior-shift' ||
        map.of.method !== 'none' ||
        trainingPrevalence === null ||
        trainingPrevalence === map.trainingPrevalence,
      '/trainingPrevalence',
      'must be null or that of the map, which shifts the raw probability from it',
    ),
  ];
}

function greyZone({ greyZone: zone, map }: CalibrationRecord): Problems {
  if (!zone) return [];
  return [
    ...expectThat(zone.low <= zone.high, '/greyZone', 'must have low <= high'),
    ...expectThat(
      map.method !== 'none',
      '/greyZone',
      'must be null where the map is none: it is a zone of the calibrated probability',
    ),
  ];
}

function evidence({ fittedOn, validatedOn, operatingPoints, metrics, createdAt }: CalibrationRecord): Problems {
  const cohorts = [
    { pointer: '/fittedOn', cohort: fittedOn },
    ...validatedOn.map((cohort, i) => ({ pointer: `/validatedOn/${i}`, cohort })),
    ...operatingPoints.map(({ cohort = null }, i) => ({ pointer: `/operatingPoints/${i}/cohort`, cohort })),
  ];
  return [
    ...expectThat(isRealDate(createdAt), '/createdAt', 'must be a date of the calendar'),
    ...cohorts.flatMap(({ pointer, cohort }) => (cohort === null ? [] : cohortProblems(pointer, cohort))),
    ...metrics.flatMap(({ interval }, i) =>
      expectThat(interval === null || interval[0] <= interval[1], `/metrics/${i}/interval`, 'must be [low, high]'),
    ),
  ];
}

function cohortProblems(pointer: string, { n, positives, date }: NonNullable<CalibrationRecord['fittedOn']>): Problems {
  return [
    ...expectThat(n === null || positives === null || positives <= n, `${pointer}/positives`, 'must be at most n'),
    ...expectThat(date === null || isRealDate(date), `${pointer}/date`, 'must be a date of the calendar'),
  ];
}

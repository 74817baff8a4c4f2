import { validateCalibrationMap } from '#libs/calibration';
import { CalibrationInvalid, type DocumentProblem } from '#libs/errors';
import { calibrationRecordSchema, type CalibrationRecord, type OperatingPoint } from './calibration-record.js';
import { areUnique, expectThat, isRealDate, parseDocument } from './document-problems.js';
import type { ModelCard } from './model-card.js';

type Problems = readonly DocumentProblem[];

/**
 * Parses a calibration record, version 1, against the card of the version that it calibrates: a threshold belongs to one version, one
 * target, one stratum and one scale, and a record that leaves any of them open is refused.
 *
 * @param json what JSON.parse gave; any value
 * @param card the parsed card of the version
 * @throws CalibrationInvalid with at most twenty JSON pointers (RFC 6901), each with what is expected there
 */
export function parseCalibrationRecord(json: unknown, card: ModelCard): CalibrationRecord {
  return parseDocument(
    json,
    calibrationRecordSchema,
    (record) => [
      ...subject(record, card),
      ...mapProblems(record.map),
      ...points(record),
      ...greyZone(record),
      ...evidence(record),
    ],
    (problems) => new CalibrationInvalid(problems),
  );
}

function subject(record: CalibrationRecord, { identity, output }: ModelCard): Problems {
  const target = output.targets.find((candidate) => candidate.name === record.target);
  return [
    ...expectThat(record.model === identity.name, '/model', "must be the card's name"),
    ...expectThat(record.version === identity.version, '/version', "must be the card's version"),
    ...expectThat(target !== undefined, '/target', "must be the name of one of the card's targets"),
    ...expectThat(!target || target.kind === 'BINARY', '/target', 'must be a BINARY target: operating points need one'),
    ...expectThat(
      areUnique(record.fallback) && !record.fallback.includes(record.id),
      '/fallback',
      'must name other records, each once',
    ),
  ];
}

/** A map may stretch the order of the scores and never change it (science section 2). */
function mapProblems(map: CalibrationRecord['map']): Problems {
  return validateCalibrationMap(map).map(({ pointer, problem }) => ({ pointer: `/map${pointer}`, problem }));
}

function points({ operatingPoints, defaultOperatingPoint, map }: CalibrationRecord): Problems {
  const ids = operatingPoints.map((point) => point.id);
  return [
    ...expectThat(areUnique(ids), '/operatingPoints', 'must have unique ids'),
    ...expectThat(
      ids.includes(defaultOperatingPoint),
      '/defaultOperatingPoint',
      'must be the id of an entry of /operatingPoints',
    ),
    ...operatingPoints.flatMap((point, i) => operatingPoint(point, map, `/operatingPoints/${i}`)),
  ];
}

function operatingPoint(point: OperatingPoint, map: CalibrationRecord['map'], pointer: string): Problems {
  return [
    ...expectThat(
      point.scale === 'LOGIT' || (point.threshold >= 0 && point.threshold <= 1),
      `${pointer}/threshold`,
      'must be between 0 and 1 on a scale of probabilities',
    ),
    ...expectThat(
      point.scale !== 'CALIBRATED_PROBABILITY' || map.method !== 'none',
      `${pointer}/scale`,
      'must be LOGIT or RAW_PROBABILITY where the map is none: there is no calibrated probability',
    ),
    ...point.evidence.flatMap((counts, i) =>
      expectThat(
        counts.truePositives + counts.falseNegatives + counts.trueNegatives + counts.falsePositives > 0,
        `${pointer}/evidence/${i}`,
        'must count at least one case',
      ),
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

function evidence({ fittedOn, validatedOn, metrics, createdAt }: CalibrationRecord): Problems {
  const cohorts = [
    { pointer: '/fittedOn', cohort: fittedOn },
    ...validatedOn.map((cohort, i) => ({ pointer: `/validatedOn/${i}`, cohort })),
  ];
  return [
    ...expectThat(isRealDate(createdAt), '/createdAt', 'must be a date of the calendar'),
    ...cohorts.flatMap(({ pointer, cohort }) => [
      ...expectThat(cohort.positives <= cohort.n, `${pointer}/positives`, 'must be at most n'),
      ...expectThat(
        cohort.date === null || isRealDate(cohort.date),
        `${pointer}/date`,
        'must be a date of the calendar',
      ),
    ]),
    ...metrics.flatMap(({ interval }, i) =>
      expectThat(interval === null || interval[0] <= interval[1], `/metrics/${i}/interval`, 'must be [low, high]'),
    ),
  ];
}

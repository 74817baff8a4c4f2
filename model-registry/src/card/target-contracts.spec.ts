import { describe, expect, it } from 'vitest';
import { CalibrationInvalid, CardInvalid } from '#libs/errors';
import { columnsOf, membersAsked } from '../components.js';
import { edited } from '../testing/edit-json.js';
import { biomarkerCard, calibrationRecord, ensembleCard, sha256 } from '../testing/sample-cards.js';
import { parseCalibrationRecord } from './parse-calibration-record.js';
import { parseModelCard } from './parse-model-card.js';

const TARGET = '/output/targets/0';
const SHAPE = '/output/tensors/0/shape';
const edits = (json: unknown, ...changes: readonly (readonly [string, unknown])[]): unknown =>
  changes.reduce((card, [pointer, value]) => edited(card, pointer, value), json);
function pointers(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof CardInvalid || error instanceof CalibrationInvalid)
      return error.problems.map((problem) => problem.pointer);
    throw error;
  }
  return [];
}
const problemsOf = (...changes: readonly (readonly [string, unknown])[]): readonly string[] =>
  pointers(() => parseModelCard(edits(biomarkerCard(), ...changes)));

const scalar = [
  [`${TARGET}/kind`, 'SCALAR'],
  [`${TARGET}/served`, 'IDENTITY'],
  [`${TARGET}/final`, 'IDENTITY'],
  [`${TARGET}/classes`, null],
  [`${TARGET}/positiveClass`, null],
] as const;
const classes = (kind: 'MULTICLASS' | 'ORDINAL', names = ['low', 'middle', 'high']) =>
  [
    [`${TARGET}/kind`, kind],
    [`${TARGET}/final`, 'SOFTMAX'],
    [`${TARGET}/classes`, names],
    [`${TARGET}/positiveClass`, null],
    [SHAPE, [1, names.length]],
  ] as const;

describe('columns of a target', () => {
  it('are its own part of a tensor that several share', () => {
    expect(problemsOf([SHAPE, [1, 3]])).toEqual([`${TARGET}/tensor`, `${TARGET}/final`]);
    expect(problemsOf([SHAPE, [1, 3]], [`${TARGET}/columns`, { first: 2, count: 1 }])).toEqual([]);
    expect(problemsOf([SHAPE, [1, 3]], [`${TARGET}/columns`, { first: 3, count: 1 }])).toEqual([`${TARGET}/columns`]);
    expect(problemsOf([SHAPE, [1, 3]], [`${TARGET}/columns`, { first: -1, count: 1 }])).toEqual([
      `${TARGET}/columns/first`,
    ]);
  });

  it('are all of the tensor where the card says nothing', () => {
    const card = biomarkerCard();
    const [target] = card.output.targets;
    if (!target) throw new Error('the card has a target');
    expect(columnsOf(target, card.output)).toEqual({ first: 0, count: 1 });
    expect(columnsOf({ ...target, columns: { first: 4, count: 2 } }, card.output)).toEqual({ first: 4, count: 2 });
  });
});

describe('the range of a value', () => {
  it.each([
    [{ min: 0, max: 100 }, []],
    [{ min: 0, max: null }, []],
    [{ min: 5, max: 5 }, [`${TARGET}/range`]],
    [{ min: 1, max: 0 }, [`${TARGET}/range`]],
  ])('%j', (range, wanted) => expect(problemsOf(...scalar, [`${TARGET}/range`, range])).toEqual(wanted));

  it('is for values alone', () =>
    expect(problemsOf([`${TARGET}/range`, { min: 0, max: 1 }])).toEqual([`${TARGET}/range`]));
});

describe('an ensemble', () => {
  it('averages probabilities only where there are some', () => {
    const of = (combine: string) =>
      pointers(() => parseModelCard(edits(ensembleCard(), ['/identity/ensemble/combine', combine], ...scalar)));
    expect(of('MEAN_OF_PROBS')).toEqual(['/identity/ensemble/combine']);
    expect(of('MEAN_OF_VALUES')).toEqual([]);
    expect(of('OOF_BY_PATIENT')).toEqual([]);
  });

  it('asks its members where it has no model file of its own', () => {
    expect(membersAsked(ensembleCard())).toHaveLength(2);
    expect(membersAsked({ ...ensembleCard(), artifacts: biomarkerCard().artifacts })).toEqual([]);
    expect(membersAsked(biomarkerCard())).toEqual([]);
  });
});

describe('a list of training patients', () => {
  const list = { path: 'patients.txt', salt: 'a salt', size: 1 };
  const file = { path: 'patients.txt', sha256: sha256('x'), sizeBytes: 1, role: 'TRAINING_PATIENTS' };
  it('is one of the artifacts, in its role', () => {
    const { artifacts } = biomarkerCard();
    const stated = ['/provenance/trainingPatients', list] as const;
    expect(problemsOf(stated)).toEqual(['/provenance/trainingPatients/path']);
    expect(problemsOf(stated, ['/artifacts', [...artifacts, { ...file, role: 'OTHER' }]])).toEqual([
      '/provenance/trainingPatients/path',
    ]);
    expect(problemsOf(stated, ['/artifacts', [...artifacts, file]])).toEqual([]);
  });
});

describe('a record of a target with classes', () => {
  const recordOf = (kind: 'MULTICLASS' | 'ORDINAL' | 'BINARY', ...changes: readonly (readonly [string, unknown])[]) => {
    const card = kind === 'BINARY' ? biomarkerCard() : parseModelCard(edits(biomarkerCard(), ...classes(kind)));
    return pointers(() => parseCalibrationRecord(edits(calibrationRecord(), ...changes), card));
  };

  it('is of one class, or of all by one temperature', () => {
    expect(recordOf('MULTICLASS', ['/class', 'low'])).toEqual([]);
    expect(recordOf('MULTICLASS', ['/class', 'none of them'])).toEqual(['/class']);
    expect(recordOf('MULTICLASS')).toEqual(['/map/method']);
    expect(recordOf('MULTICLASS', ['/map', { method: 'temperature', temperature: 1.7 }])).toEqual([]);
  });

  it('of an order is a cut above the lowest class', () => {
    expect(recordOf('ORDINAL', ['/class', 'middle'])).toEqual([]);
    expect(recordOf('ORDINAL', ['/class', 'low'])).toEqual(['/class']);
  });

  it('and no other target has a class', () => expect(recordOf('BINARY', ['/class', 'present'])).toEqual(['/class']));
});

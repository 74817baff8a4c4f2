import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, V2 } from '#test/c6';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { type Json } from '#test/json';

const RESULT = `{ outcome isInService notices changes { subject before after }
  write { id kind source name version subject digest writtenBy writtenAt } }`;
const ADD = `mutation Add($model: ModelRef!, $record: JSON!, $dryRun: Boolean! = false, $key: String) {
  addCalibration(model: $model, record: $record, dryRun: $dryRun, idempotencyKey: $key) ${RESULT} }`;
const RETIRE = `mutation Retire($model: ModelRef!, $id: ID!, $reason: String!, $dryRun: Boolean! = false) {
  retireCalibration(model: $model, id: $id, reason: $reason, dryRun: $dryRun) ${RESULT} }`;
const RECORDS = `query Records($ref: ModelRef!) { modelVersion(ref: $ref) { calibrations {
  id digest addedBy addedAt retiredAt retiredBy retiredReason } } }`;
const CALL = `query Call($id: ID!) { slide(id: $id) { prediction(model: "${V2}", context: { site: "elsewhere" }) {
  provenance { answerId calibration { id } } targets { call reason ... on BinaryCall { probability rawScore } } } } }`;
const STORED = `query Stored($id: ID!) { answer(id: $id) { prediction(context: { site: "elsewhere" }) {
  provenance { calibration { id } } targets { call reason } } } }`;
const SHIPPED = 'demo-dense-focus-2-platt-resection';
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const keys = { 'main-admin': ['ADMINISTRATOR'], 'main-operator': ['OPERATOR'], 'main-reader': ['READER'] } as const;
const ADMIN = 'main-admin';

/** The shipped record under another id, for one site: a record that the shipped one does not exclude. */
async function recordFor(id: string, site: string): Promise<Json> {
  const shipped = join(DEMO_MODELS, 'demo-dense-focus/2/calibrations', `${SHIPPED}.json`);
  const record = JSON.parse(await readFile(shipped, 'utf8'));
  return { ...record, id, stratum: { ...record.stratum, site }, map: { method: 'platt', a: 1, b: -20 } };
}

describe.each(storeKinds)('writes of the registry, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with the demonstration models', () => {
    let gateway: TestGateway;
    let slide: string;

    const as = (name: keyof typeof keys) => (query: string, variables: Json) => gateway.ask(query, variables, name);
    const data = (query: string, variables: Json) => gateway.data(query, variables, ADMIN);
    const records = async (): Promise<Json[]> => (await data(RECORDS, { ref: V2 })).modelVersion.calibrations;
    const sql = (text: string): Promise<Json[]> => gateway.gateway.app.get(DataSource, { strict: false }).query(text);

    beforeAll(async () => {
      gateway = await openTestGateway(kind, { keys });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS, ADMIN);
      await importCorner(gateway, slide, ADMIN);
    });
    afterAll(() => gateway?.close());

    it('are made by an administrator and by nobody else', async () => {
      const record = await recordFor('not-allowed', 'elsewhere');
      for (const name of ['main-reader', 'main-operator'] as const) {
        const { errors } = await as(name)(ADD, { model: V2, record });
        expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
      }
      expect(await sql('SELECT seq FROM registry_write')).toEqual([]);
    });

    it('say in a dry run what would change, and change nothing', async () => {
      const record = await recordFor('elsewhere-1', 'elsewhere');
      const { addCalibration } = await data(ADD, { model: V2, record, dryRun: true });
      expect(addCalibration).toMatchObject({ outcome: 'WOULD_WRITE', write: null, isInService: false });
      expect(addCalibration.changes).toMatchObject([
        { before: null, after: { record: { id: 'elsewhere-1' } } },
        { subject: expect.stringContaining('site elsewhere'), before: SHIPPED, after: 'elsewhere-1' },
      ]);
      expect((await records()).map(({ id }) => id)).toEqual([SHIPPED]);
      expect(await sql('SELECT seq FROM registry_write')).toEqual([]);
    });

    it('are in service for the next question: an added record is chosen, a retired one is not', async () => {
      const before = (await data(CALL, { id: slide })).slide.prediction;
      expect(before.provenance.calibration.id).toBe(SHIPPED);
      const record = await recordFor('elsewhere-1', 'elsewhere');
      const { addCalibration: added } = await data(ADD, { model: V2, record, key: 'add-1' });
      expect(added).toMatchObject({ outcome: 'WRITTEN', isInService: true, notices: [] });
      expect(added.write).toEqual({
        ...{ id: '1', kind: 'CALIBRATION_ADDED', source: 'local', name: 'demo-dense-focus', version: '2' },
        ...{
          subject: 'elsewhere-1',
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          writtenBy: ADMIN,
          writtenAt: time,
        },
      });
      const during = (await data(CALL, { id: slide })).slide.prediction;
      expect(during.provenance).toEqual({ ...before.provenance, calibration: { id: 'elsewhere-1' } });
      expect(during.targets[0].rawScore).toBe(before.targets[0].rawScore);
      // Platt with b = -20: nothing is positive under it.
      expect(during.targets[0]).toMatchObject({ call: 'NEGATIVE' });

      const { retireCalibration: retired } = await data(RETIRE, {
        model: V2,
        id: 'elsewhere-1',
        reason: 'Wrong slope.',
      });
      expect(retired).toMatchObject({
        outcome: 'WRITTEN',
        isInService: true,
        write: { id: '2', subject: 'elsewhere-1' },
      });
      const after = (await data(CALL, { id: slide })).slide.prediction;
      expect(after).toEqual(before);
      expect(await records()).toMatchObject([
        { id: SHIPPED, addedBy: null, addedAt: null, retiredAt: null, retiredBy: null, retiredReason: null },
        {
          id: 'elsewhere-1',
          addedBy: ADMIN,
          addedAt: time,
          retiredAt: time,
          retiredBy: ADMIN,
          retiredReason: 'Wrong slope.',
        },
      ]);
      const stored = await data(STORED, { id: before.provenance.answerId });
      expect(stored.answer.prediction.provenance.calibration.id).toBe(SHIPPED);
    });

    it('said a second time change nothing, and with other content are refused', async () => {
      const record = await recordFor('elsewhere-1', 'elsewhere');
      const repeated = await data(ADD, { model: V2, record, key: 'add-1' });
      expect(repeated.addCalibration).toMatchObject({ outcome: 'UNCHANGED', write: { id: '1' }, changes: [] });
      const reused = await as(ADMIN)(ADD, { model: V2, record: await recordFor('other', 'elsewhere'), key: 'add-1' });
      expect(reused.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', argument: 'idempotencyKey' });

      const again = await as(ADMIN)(ADD, { model: V2, record });
      expect(again.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', retiredBy: ADMIN, retiredAt: time });
      const shipped = await as(ADMIN)(ADD, { model: V2, record: await recordFor(SHIPPED, 'elsewhere') });
      expect(shipped.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', record: SHIPPED });
      const same = await data(RETIRE, { model: V2, id: 'elsewhere-1', reason: 'Another reason.' });
      expect(same.retireCalibration).toMatchObject({ outcome: 'UNCHANGED', write: null, isInService: true });
      expect(await sql('SELECT seq FROM registry_write')).toHaveLength(2);
    });

    it('that are wrong are refused with the place', async () => {
      const record = await recordFor('wrong', 'elsewhere');
      const broken = { ...record, defaultOperatingPoint: 'none', map: { method: 'platt', a: -1, b: 0 } };
      const { errors } = await as(ADMIN)(ADD, { model: V2, record: broken });
      expect(errors[0]?.extensions['code']).toBe('CALIBRATION_INVALID');
      const pointers = (errors[0]?.extensions['problems'] as Json[]).map(({ pointer }) => pointer);
      expect(pointers).toEqual(expect.arrayContaining(['/map/a', '/defaultOperatingPoint']));
      const unknown = await as(ADMIN)(RETIRE, { model: V2, id: 'none', reason: 'x' });
      expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
      const empty = await as(ADMIN)(RETIRE, { model: V2, id: SHIPPED, reason: '  ' });
      expect(empty.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'reason' });
    });

    it('leave a target without a record in force UNCALIBRATED, and say so beforehand', async () => {
      const asked = { model: V2, id: SHIPPED, reason: 'The scanner was replaced.' };
      const { retireCalibration } = await data(RETIRE, { ...asked, dryRun: true });
      expect(retireCalibration.notices).toEqual([expect.stringContaining('UNCALIBRATED')]);
      expect(retireCalibration.changes[1]).toMatchObject({ before: SHIPPED, after: null });
      await data(RETIRE, asked);
      const [target] = (await data(CALL, { id: slide })).slide.prediction.targets;
      expect(target).toMatchObject({ call: 'UNCALIBRATED', probability: null });
      expect(target.reason).toContain('only retired calibration records');
    });

    it('of two callers at once are one write', async () => {
      const record = await recordFor('both', 'both');
      const both = await Promise.all([1, 2, 3, 4].map(() => data(ADD, { model: V2, record })));
      const outcomes = both.map(({ addCalibration }) => addCalibration.outcome).sort();
      expect(outcomes).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'WRITTEN']);
      const rivals = await Promise.all(
        ['a', 'b'].map(async (site) => as(ADMIN)(ADD, { model: V2, record: await recordFor('rival', site) })),
      );
      expect(rivals.map(({ errors }) => errors[0]?.extensions['code'] ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
    });

    it('leave one row of the audit record each, with the version', async () => {
      const rows = await sql(`SELECT operation, outcome, models FROM audit_record WHERE operation LIKE '%Calibration'`);
      expect(rows.filter(({ outcome }) => outcome === 'FORBIDDEN')).toHaveLength(2);
      const allowed = rows.filter(({ outcome }) => outcome !== 'FORBIDDEN');
      expect(allowed.every(({ models }) => models.length === 1 && models[0].ref === V2)).toBe(true);
      const writes = await sql(`SELECT w.seq, count(a.seq)::int AS rows FROM registry_write w
        LEFT JOIN audit_record a ON a.request_id = w.request_id GROUP BY w.seq`);
      expect(writes.map(({ rows: count }) => count)).toEqual(writes.map(() => 1));
    });
  });
});

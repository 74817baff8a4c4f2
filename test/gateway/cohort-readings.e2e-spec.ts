import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { V1 } from '#test/c6';
import { csvRows } from '#libs/tables';
import { createCohort, followPrediction, predictCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { idsOf, openManyWorld, type ManyWorld } from '#test/many-world';
import { DEMO_MODELS } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const SLIDES = 12;
const RECORD = 'demo-dense-focus/1/calibrations/demo-dense-focus-1-platt-resection.json';
const READ = `query Read($cohort: ID!, $under: ID, $context: PredictionContextInput) { cohort(id: $cohort) {
  predictions(model: "${V1}", under: $under, context: $context, first: 100) { nodes { item { key } state aggregation error { code facts }
    targets { name call ... on BinaryCall { logit probability calibration { id choice } } }
    members { state error { code facts } prediction { targets { call } } } } } } }`;

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', DEMO_MODELS);
});
afterAll(() => server?.stop());

describe.each(storeKinds)('a cohort read again, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with its answers stored', () => {
    let world: ManyWorld;

    const nodesOf = async (variables: object): Promise<readonly Json[]> =>
      (await world.gateway.data(READ, { cohort: 'all', ...variables })).cohort.predictions.nodes;
    const code = async (variables: object): Promise<Json> =>
      (await world.gateway.ask(READ, { cohort: 'all', ...variables })).errors[0]?.extensions;

    beforeAll(async () => {
      world = await openManyWorld(kind, server.url, SLIDES);
      const ids = idsOf(world.slides);
      await createCohort(world.gateway, { id: 'all', name: 'All', csv: ['slide', ...ids].join('\n') });
      const rows = ids.map((id, index) => `${id},p${Math.floor(index / 2)},${index < 4 ? 'BIOPSY' : ''}`);
      const patients = ['slide,patient,specimen', ...rows.slice(0, -1)].join('\n');
      await createCohort(world.gateway, { id: 'patients', name: 'Patients', unit: 'PATIENT', csv: patients });
      await followPrediction(world.gateway, await predictCohort(world.gateway, { cohort: 'all', models: [V1] }));
      const record = JSON.parse(await readFile(join(DEMO_MODELS, RECORD), 'utf8'));
      const loose = {
        ...record,
        id: 'loose',
        map: { method: 'platt', a: 1, b: 20 },
        stratum: { specimen: 'RESECTION', scanner: null, site: 'elsewhere' },
        fallback: [],
      };
      const add = `mutation Add($record: JSON!) { addCalibration(model: "${V1}", record: $record) { outcome } }`;
      expect((await world.gateway.data(add, { record: loose })).addCalibration.outcome).toBe('WRITTEN');
    }, 120_000);
    afterAll(() => world?.close());
    beforeEach(() => world.watched.forget());

    it('under another record is called by that one, all of it, with no model run', async () => {
      const now = await nodesOf({});
      const loose = await nodesOf({ under: 'loose' });
      expect(loose).toHaveLength(SLIDES);
      for (const [
        index,
        {
          targets: [target],
          state,
        },
      ] of loose.entries()) {
        const [before] = now[index].targets;
        expect([state, before.call, before.calibration.choice]).toEqual(['ANSWERED', 'NEGATIVE', 'STRATUM']);
        expect(target).toMatchObject({
          call: 'POSITIVE',
          logit: before.logit,
          calibration: { id: 'loose', choice: 'NAMED' },
        });
        // Platt: 1 / (1 + e^-(z + 20)).
        expect(target.probability).toBeCloseTo(1 / (1 + Math.exp(-(before.logit + 20))), 12);
      }
      expect(world.watched.infers).toHaveLength(0);
    });

    it('is the same as a table, in one piece, and for nobody else', async () => {
      const query = `{ cohort(id: "all") { predictions(model: "${V1}", under: "loose") { csvHref } } }`;
      const { csvHref } = (await world.gateway.data(query)).cohort.predictions;
      const file = await world.gateway.get(csvHref);
      expect([file.status, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      const [header, ...rows] = [...csvRows(file.bytes.toString())].map(({ cells }) => cells);
      const loose = await nodesOf({ under: 'loose' });
      expect(rows).toHaveLength(SLIDES);
      for (const [index, row] of rows.entries()) {
        const cells = Object.fromEntries((header ?? []).map((name, column) => [name, row[column]]));
        const [target] = loose[index].targets;
        expect(cells).toMatchObject({
          item: loose[index].item.key,
          state: 'ANSWERED',
          target: 'dense-focus',
          call: 'POSITIVE',
          calibration: 'loose',
        });
        expect([Number(cells['logit']), Number(cells['probability'])]).toEqual([target.logit, target.probability]);
      }
      for (const [path, status] of [
        [csvHref.replace('/all/1/', '/all/2/'), 404],
        [csvHref.replace('/all/', '/none/'), 404],
        [csvHref.replace('model=', 'modell='), 400],
        [csvHref.replace('under=loose', 'under=demo-dense-focus-2-platt-resection'), 422],
      ])
        expect((await world.gateway.get(path)).status, path).toBe(status);
      expect(world.watched.infers).toHaveLength(0);
    });

    it('under a record of another version is refused as a whole, and of another stratum item by item', async () => {
      expect(await code({ under: 'demo-dense-focus-2-platt-resection' })).toMatchObject({
        code: 'CALIBRATION_MISMATCH',
        field: 'version',
      });
      const elsewhere = await nodesOf({ under: 'loose', context: { site: 'here' } });
      expect(elsewhere.map(({ state, error }) => [state, error.code, error.facts.field])).toEqual(
        Array(SLIDES).fill(['FAILED', 'CALIBRATION_MISMATCH', 'site']),
      );
    });

    it('by patients says what the card says of several slides, and gives the slides all the same', async () => {
      const nodes = await nodesOf({ cohort: 'patients' });
      expect(nodes.map(({ item }) => item.key)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
      for (const { aggregation, error, state, targets, members } of nodes.slice(0, -1)) {
        expect([state, targets, aggregation, error.code]).toEqual([
          'REFUSED',
          null,
          'SINGLE',
          'PATIENT_SLIDES_REFUSED',
        ]);
        expect(error.facts).toEqual({ policy: 'SINGLE', slides: 2 });
        expect(members.map((member: Json) => member.state)).toEqual(['ANSWERED', 'ANSWERED']);
      }
      // What the table states of a case goes before what the slide says.
      const callsOf = ({ members }: Json) => members.map(({ prediction }: Json) => prediction.targets[0].call);
      expect(nodes.slice(0, 2).map(callsOf)).toEqual(Array(2).fill(['OUT_OF_SCOPE', 'OUT_OF_SCOPE']));
      expect(callsOf(nodes[2])).toEqual(['NEGATIVE', 'NEGATIVE']);
      const last = nodes.at(-1);
      expect(last).toMatchObject({
        state: 'ANSWERED',
        aggregation: null,
        error: null,
        targets: [{ call: 'NEGATIVE' }],
      });
      expect(world.watched.infers).toHaveLength(0);
    });
  });
});

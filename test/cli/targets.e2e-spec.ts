import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner } from '#test/c6';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';
import { createTargetModels } from '#test/target-models';
import { type Json } from '#test/json';

const [embedded] = storeKinds;

// What is printed does not depend on the store: one kind will do.
describe('tessera and every kind of target', () => {
  let gateway: TestGateway;
  let models: Awaited<ReturnType<typeof createTargetModels>>;
  let slide: string;
  let folder: string;
  const tessera = (...args: readonly string[]) => runCli(args, { TESSERA_URL: gateway.gateway.url });

  beforeAll(async () => {
    if (!embedded) throw new Error('there is an embedded store');
    models = await createTargetModels();
    folder = await mkdtemp(join(tmpdir(), 'tessera-cli-targets-'));
    gateway = await openTestGateway(embedded, { modelDirs: [models.path] });
    slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
    await importCorner(gateway, slide);
  });
  afterAll(async () => {
    await gateway?.close();
    await models?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('prints classes, labels, values and risks, each with its record', async () => {
    const { code, stdout, stderr } = await tessera(
      'predict',
      slide,
      '--model',
      'every-target/1',
      '--prevalence',
      '10%',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /subtype: POSITIVE\n +top class +lobular\n +lobular +raw 0\.746, calibrated 0\.637: POSITIVE\n/,
    );
    expect(stdout).toMatch(/grade: POSITIVE\n[^]*order +median G2, mean rank 1\.80 \(0 is the lowest\)\n/);
    expect(stdout).toMatch(/er: INDETERMINATE\n[^]*grey zone from 0\.6 to 0\.8/);
    expect(stdout).toMatch(
      /pr: NEGATIVE\n +probability +0\.232 of present, calibrated, by pr-biopsy [0-9a-f]{12}, a declared fallback\n/,
    );
    expect(stdout).toMatch(/lymphocytes: UNCALIBRATED\n +value +-0\.449 cells\/mm2: OUTSIDE the range from 0 to 100\n/);
    expect(stdout).toMatch(/hazard: POSITIVE\n +risk score +-2\.233, no unit; higher is worse\n/);
  });

  it('prints members, spread and what is known of the training', async () => {
    const { stdout } = await tessera('predict', slide, '--model', 'folds-oof/1', '--patient', 'P-2');
    expect(stdout).toMatch(/members +0\.05619, 0\.9224, 0\.9151\n/);
    expect(stdout).toMatch(/ensemble +oof by patient over 1 of 3 members: local:fold\/1\n/);
    expect(stdout).toMatch(/training +OUT_OF_FOLD: .* Trained on the patient: local:fold\/2, local:fold\/3\.\n/);
  });

  it('reads an answer under a record, and ends with 1 where it is of another version', async () => {
    const first = JSON.parse((await tessera('predict', slide, '--model', 'every-target/1', '--json')).stdout);
    const { answerId } = first.predictions[0].prediction.provenance;
    const { code, stdout } = await tessera('answer', answerId, '--calibration', 'her2-strict');
    expect(code).toBe(0);
    expect(stdout).toMatch(/her2: NEGATIVE\n[^]*record +her2-strict [0-9a-f]{12}, as named\n/);
    expect(stdout).toMatch(/cells: UNCALIBRATED\n/);
    const refused = await tessera('answer', answerId, '--calibration', 'nobody-has-it');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('CALIBRATION_MISMATCH')]);
    expect((await tessera('answer', answerId, '--target', 'her2')).stderr).toContain('--calibration');
  });

  it('lists operating points side by side with what each is worth', async () => {
    const args = ['models', 'operating-points', 'every-target/1', '--prevalence', '1%', '--target', 'her2'];
    const { stdout } = await tessera(...args);
    expect(stdout.split('\n')[0]).toMatch(
      /^VERSION +RECORD +TARGET +HOLDS FOR +POINT +WEIGHT +POSITIVE AT +PPA +NPA +PPV +NPV +PER 1,000/,
    );
    expect(stdout).toMatch(
      /her2-weights +her2 +any case +w5 +5 +raw probability >= 0\.9 +50\.0 % \(39\.3 % to 60\.7 %\) .* 5\.0 missed/,
    );
    const [version] = JSON.parse((await tessera(...args, '--json')).stdout);
    expect(version.calibrations.flatMap(({ operatingPoints }: Json) => operatingPoints)).toHaveLength(5);
  });

  it('saves the map of a class', async () => {
    const out = join(folder, 'map.png');
    const args = ['--heat-map', 'tile-class', '--map-target', 'subtype', '--map-class', 'other', '--out', out];
    expect((await tessera('predict', slide, '--model', 'every-target/1', ...args)).code).toBe(0);
    expect((await readFile(out)).subarray(1, 4).toString()).toBe('PNG');
    expect((await tessera('predict', slide, '--model', 'every-target/1', '--map-class', 'other')).stderr).toContain(
      '--heat-map',
    );
  });
});

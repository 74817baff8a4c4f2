import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedVersion, type FakeVersion } from './fake-mlflow.js';
import { DEMO_MODELS } from './open-test-gateway.js';

/** A version of the demonstration models as an MLflow server would hold it after `publish`. */
export async function demoVersion(name: string, version: string): Promise<FakeVersion> {
  const folder = join(DEMO_MODELS, name, version);
  const card = JSON.parse(await readFile(join(folder, 'model-card.json'), 'utf8'));
  const paths = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const files = await Promise.all(
    paths.map(async (entry) => [entry.name, await readFile(join(folder, entry.name))] as const),
  );
  const calibrations = join(folder, 'calibrations');
  const records = (await readdir(calibrations).catch(() => [])).map((file) =>
    readFile(join(calibrations, file), 'utf8'),
  );
  return publishedVersion(card, {
    files: Object.fromEntries(files),
    records: (await Promise.all(records)).map((text) => JSON.parse(text)),
  });
}

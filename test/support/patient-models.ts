import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_MODELS } from './open-test-gateway.js';
import { copyModel, rename } from './own-models.js';

/** Policies of versions 1, 2 and 3 of `moved`; its alias `champion` points at 1. */
const MOVED = ['CONCAT_TILES', 'MEAN_SLIDES', 'SINGLE'] as const;
const RECORD = 'demo-dense-focus/1/calibrations/demo-dense-focus-1-platt-resection.json';

/**
 * Copies of a demonstration model that differ in what they make of several slides of a patient: one for each of `ways`, and `moved` in three versions, which have records. Version 1 of it calls everything
 * positive, the others negative. The model `small` takes at most 15 tiles.
 * @returns the folder
 */
export async function createPatientModels(ways: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-patients-'));
  for (const [name, policy] of Object.entries(ways))
    await copyModel(folder, 'demo-dense-focus/1', (card) => {
      rename(name)(card);
      card['input'].patientAggregation = policy;
      if (name === 'small') card['input'].tiles = { min: 8, max: 15 };
    });
  for (const [i, policy] of MOVED.entries()) {
    const version = String(i + 1);
    await copyModel(folder, 'demo-dense-focus/1', (card) => {
      card['identity'] = { ...card['identity'], name: 'moved', version };
      card['input'].patientAggregation = policy;
    });
    await writeRecord(join(folder, 'moved', version, 'calibrations'), version, i === 0 ? 1e-9 : 1 - 1e-9);
  }
  await writeFile(join(folder, 'moved/aliases.json'), JSON.stringify({ champion: '1' }));
  return folder;
}

/** A record for all cases, by the map of the demonstration's. */
async function writeRecord(folder: string, version: string, threshold: number): Promise<void> {
  const record = JSON.parse(await readFile(join(DEMO_MODELS, RECORD), 'utf8'));
  const [point] = record.operatingPoints;
  record.id = `moved-${version}`;
  record.model = 'moved';
  record.version = version;
  record.stratum = { specimen: null, scanner: null, site: null };
  record.operatingPoints = [{ ...point, id: 'all', threshold, policy: 'FIXED' }];
  record.defaultOperatingPoint = 'all';
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'record.json'), JSON.stringify(record));
}

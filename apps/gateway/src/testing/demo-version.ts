import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardDigest, type ModelVersion, parseCalibrationRecord, parseModelCard, recordDigest } from '#model-registry';
import { packageRoot } from '#gateway/config';

const read = (...path: string[]): unknown =>
  JSON.parse(readFileSync(join(packageRoot(), 'model-registry/models', ...path), 'utf8'));

/** A shipped version as the registry would give it, for specs that need a real card and no source. */
export function demoVersion(name: string, version: string, calibrationIds: readonly string[] = []): ModelVersion {
  const card = parseModelCard(read(name, version, 'model-card.json'));
  const records = calibrationIds.map((id) =>
    parseCalibrationRecord(read(name, version, 'calibrations', `${id}.json`), card),
  );
  return {
    ref: `local:${name}/${version}`,
    source: 'local',
    name,
    version,
    aliases: [],
    digest: cardDigest(card),
    card,
    calibrations: records.map((record) => ({
      record,
      digest: recordDigest(record),
      retiredAt: null,
      retirement: null,
      addition: null,
    })),
    notes: [],
    registeredAt: '2026-01-01T00:00:00.000Z',
    artifactFile: (path) => join(packageRoot(), 'model-registry/models', name, version, path),
  };
}

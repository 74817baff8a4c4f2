import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { MlflowVersion, ReleaseFolder } from '#libs/mlflow-client';
import { openPackage, type VersionPackage } from '../../packages/version-package.js';
import { mlModelOf, ONNX } from './mlmodel.js';
import { checkReleasable } from './releasable.js';
import { contentDigest, releaseDocuments, releaseTags } from './release-documents.js';
import { checkNumber } from './version-making.js';

const FOCUS = 'model-registry/models/demo-dense-focus/2';
const found = await openPackage(FOCUS);
const folder: ReleaseFolder = {
  ...{ runId: 'r', modelId: null, source: 'mlflow-artifacts:/1/r/artifacts/model', artifactPath: 'model', path: '1/r' },
  ...{ startedMs: 1_760_000_000_000, isNew: true, isFinished: false },
};

function listed(version: string, tags: MlflowVersion['tags'] = {}): MlflowVersion {
  return { name: found.name, version, createdMs: 0, lastUpdatedMs: 0, source: '', isReady: true, tags };
}

function renumbered(version: string): VersionPackage {
  return { ...found, version, card: { ...found.card, identity: { ...found.card.identity, version } } };
}

describe('a release on a server', () => {
  it('has one content digest under every number, and another one with any other change', () => {
    expect(contentDigest(renumbered('7').card)).toBe(contentDigest(found.card));
    const other = { ...found.card, identity: { ...found.card.identity, title: 'Other' } };
    expect(contentDigest(other)).not.toBe(contentDigest(found.card));
  });

  it('says by tags what the bytes of its documents are', () => {
    const tags = releaseTags(found);
    const documents = new Map(releaseDocuments(found).map(({ path, bytes }) => [path, bytes]));
    const sha256 = (path: string) =>
      createHash('sha256')
        .update(documents.get(path) ?? '')
        .digest('hex');
    expect(tags['tessera.card.sha256']).toBe(sha256('tessera/model-card.json'));
    // The card is stored canonically, so its digest is that of the version.
    expect(tags['tessera.card.sha256']).toBe(tags['tessera.digest']);
    const index = JSON.parse(String(documents.get('tessera/index.json')));
    expect(index.calibrations.map((entry: { path: string; sha256: string }) => entry.sha256)).toEqual(
      index.calibrations.map(({ path }: { path: string }) => sha256(path)),
    );
    expect(index.calibrations).toHaveLength(found.records.length);
  });

  it('is an MLflow model whose bytes are the same at every attempt, with the packages of publish.py', async () => {
    const { files } = mlModelOf(found.card, folder);
    expect(mlModelOf(found.card, folder).files).toEqual(files);
    const model = JSON.parse(String(files.find(({ path }) => path === 'MLmodel')?.bytes));
    expect(model).toMatchObject({
      run_id: 'r',
      artifact_path: 'model',
      utc_time_created: '2025-10-09 08:53:20.000000',
    });
    expect(JSON.parse(model.signature.inputs)[0]).toMatchObject({ type: 'tensor', name: 'features' });
    expect(await readFile('model-registry/exporters/requirements-publish.txt', 'utf8')).toContain(`onnx==${ONNX}\n`);
  });

  it('has the next number of the server, or is refused', () => {
    expect(() => checkNumber([], renumbered('1'))).not.toThrow();
    expect(() => checkNumber([listed('1')], found)).not.toThrow();
    expect(() => checkNumber([], found)).toThrow('the next one of this model is 1');
    expect(() => checkNumber([listed('2'), listed('10')], found)).toThrow('the next one of this model is 11');
  });

  it('is refused where its content has another number; what nobody finished has none', () => {
    const one = renumbered('1');
    const tags = releaseTags(one);
    const whole = { ...tags, 'tessera.digest': tags['tessera.card.sha256'] ?? '' };
    expect(() => checkNumber([listed('1', whole)], found)).toThrow('as version 1');
    expect(() => checkNumber([listed('1', { ...whole, 'tessera.digest': 'f'.repeat(64) })], found)).not.toThrow();
  });

  it('holds no file under a name of MLflow, none that gateways cannot fetch, and no record that reads as retired', () => {
    const [first, ...others] = found.card.artifacts;
    if (!first) throw new Error('it has artifacts');
    const withFirst = (edit: object) => ({
      ...found,
      card: { ...found.card, artifacts: [{ ...first, ...edit }, ...others] },
    });
    expect(() => checkReleasable(found)).not.toThrow();
    for (const path of ['MLmodel', 'mlMODEL', 'tessera/x.json', 'conda.yaml']) {
      expect(() => checkReleasable(withFirst({ path }))).toThrow('/artifacts/0/path');
    }
    expect(() => checkReleasable(withFirst({ role: 'OTHER', sizeBytes: 2 ** 27 }))).toThrow('/artifacts/0/sizeBytes');
    expect(() => checkReleasable(withFirst({ role: 'MODEL', sizeBytes: 2 ** 32 }))).not.toThrow();
    const records = found.records.map((each) => ({ ...each, record: { ...each.record, id: 'a.retired' } }));
    expect(() => checkReleasable({ ...found, records })).toThrow('.retired');
  });
});

import { describe, expect, it } from 'vitest';
import { demoVersion } from '#gateway/testing';
import { versionOfAnswer } from './stored-question.js';

const version = demoVersion('demo-dense-focus', '1');
const replica = { ...version, ref: 'elsewhere:demo-dense-focus/1', source: 'elsewhere' };
const snapshot = { byDigest: (digest: string) => (digest === version.digest ? [replica, version] : []) };

describe('versionOfAnswer', () => {
  it('takes the source that was asked where several have the version', () => {
    expect(versionOfAnswer({ modelDigest: version.digest, modelRef: version.ref }, snapshot)).toBe(version);
    expect(versionOfAnswer({ modelDigest: version.digest, modelRef: 'gone:demo-dense-focus/1' }, snapshot)).toBe(
      replica,
    );
  });

  it('lets nobody else answer where the version has left the registry', () => {
    const stored = { modelDigest: '0'.repeat(64), modelRef: version.ref };
    expect(() => versionOfAnswer(stored, snapshot)).toThrow(expect.objectContaining({ code: 'MODEL_NOT_FOUND' }));
  });
});

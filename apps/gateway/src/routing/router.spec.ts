import { describe, expect, it } from 'vitest';
import { ModelNotReady, ModelUnavailable } from '#libs/errors';
import { demoVersion } from '#gateway/testing';
import { type ModelServer } from './model-server.js';
import { Router } from './router.js';

const down = (id: string): ModelServer => ({
  id,
  client: () => {
    throw new ModelUnavailable(id);
  },
  close: async () => undefined,
});
const version = demoVersion('demo-dense-focus', '2');

describe('Router', () => {
  it('sends a local version to the embedded server under its own name', () => {
    const { server, modelName, modelVersion } = new Router([down('embedded')], []).route(version);
    expect([server.id, modelName, modelVersion]).toEqual(['embedded', 'demo-dense-focus', '2']);
  });

  it('lets the operator place a version elsewhere, under another name', () => {
    const placement = { model: 'local:demo-dense-focus/2', server: 'gpu-1', as: { name: 'dense', version: '7' } };
    const { server, modelName, modelVersion } = new Router([down('embedded'), down('gpu-1')], [placement]).route(
      version,
    );
    expect([server.id, modelName, modelVersion]).toEqual(['gpu-1', 'dense', '7']);
  });

  it('does not send another version of the same model to a placement', () => {
    const placement = { model: 'local:demo-dense-focus/1', server: 'gpu-1', as: { name: 'dense', version: '7' } };
    expect(new Router([down('embedded'), down('gpu-1')], [placement]).route(version).server.id).toBe('embedded');
  });

  it('refuses a version that no server holds, and one that has no model of its own', () => {
    expect(() => new Router([], []).route(version)).toThrow(ModelNotReady);
    expect(() => new Router([down('embedded')], []).route(demoVersion('demo-her2st-expr', '1'))).toThrow(ModelNotReady);
  });

  it('counts a server that cannot be asked as not ready', async () => {
    expect(await new Router([down('embedded')], []).isReady(version, new AbortController().signal)).toBe(false);
  });
});

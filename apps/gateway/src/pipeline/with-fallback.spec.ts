import { describe, expect, it } from 'vitest';
import { ModelBadResponse, ModelNotReady, ModelTimeout, ModelUnavailable } from '#libs/errors';
import { demoVersion } from '#gateway/testing';
import { withFallback } from './with-fallback.js';

const [one, two] = [demoVersion('demo-dense-focus', '1'), demoVersion('demo-dense-focus', '2')];
const failing = (error: Error) => async (version: typeof one) => {
  if (version === one) throw error;
  return version.version;
};

describe('withFallback', () => {
  it.each([new ModelUnavailable('s'), new ModelTimeout('s', 5), new ModelNotReady('m', 'r')])(
    'lets the next version answer when the chosen one is away, and says so',
    async (error) => {
      expect(await withFallback(one, [two], failing(error))).toEqual({ value: '2', isFallback: true });
    },
  );

  it('does not for a wrong answer or a refusal of the question', async () => {
    const error = new ModelBadResponse('s', 'r');
    await expect(withFallback(one, [two], failing(error))).rejects.toBe(error);
  });

  it('throws what the chosen version said when nobody answers, and when nobody may', async () => {
    const error = new ModelUnavailable('s');
    const none = async () => Promise.reject(error);
    await expect(withFallback(one, [two], none)).rejects.toBe(error);
    await expect(withFallback(one, [], failing(error))).rejects.toBe(error);
  });

  it('asks nobody else when the chosen one answers', async () => {
    expect(await withFallback(two, [one], async ({ version }) => version)).toEqual({ value: '2', isFallback: false });
  });
});

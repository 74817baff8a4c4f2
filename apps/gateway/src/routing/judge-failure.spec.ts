import { describe, expect, it } from 'vitest';
import {
  Cancelled,
  ModelBadResponse,
  ModelNotReady,
  ModelRejectedInput,
  ModelServerBusy,
  ModelTimeout,
  ModelUnavailable,
  ModelVersionMismatch,
} from '#libs/errors';
import { judgeFailure } from './judge-failure.js';

describe('judgeFailure', () => {
  it.each([
    ['no connection', new ModelUnavailable('s', { progress: 'unsent' }), 'SERVER', 'ANYWHERE'],
    ['a status that says failed', new ModelUnavailable('s', { progress: 'answered' }), 'MODEL', 'ANYWHERE'],
    [
      'a server that says when',
      new ModelUnavailable('s', { progress: 'answered', retryAfterMs: 9 }),
      'MODEL',
      'ELSEWHERE',
    ],
    ['no answer', new ModelTimeout('s', 30_000), 'MODEL', 'NEVER'],
    ['an answer that is refused', new ModelBadResponse('s', 'r'), 'MODEL', 'NEVER'],
    ['an answer of another version', new ModelVersionMismatch('s', '1'), 'MODEL', 'NEVER'],
    ['a model that is not there', new ModelNotReady('m', 'r'), 'NOBODY', 'ELSEWHERE'],
    ['our own full queue', new ModelServerBusy('s'), 'NOBODY', 'ELSEWHERE'],
    ["the caller's mistake", new ModelRejectedInput('s', 500), 'NOBODY', 'NEVER'],
    ['a caller who left', new Cancelled(), 'NOBODY', 'NEVER'],
    ['a bug of ours', new TypeError(), 'NOBODY', 'NEVER'],
  ])('blames for %s', (_title, error, blame, retry) => {
    expect(judgeFailure(error, 30_000)).toEqual({ blame, retry });
  });

  it('does not blame a server that a caller in a hurry gave no time', () => {
    expect(judgeFailure(new ModelTimeout('s', 50), 50).blame).toBe('NOBODY');
  });
});

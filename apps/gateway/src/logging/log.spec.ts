import { describe, expect, it } from 'vitest';
import { NotFound, StoreUnavailable } from '#libs/errors';
import { Log } from './log.js';
import { NestLog } from './nest-log.js';

function capture(write: (log: Log) => void): string {
  let text = '';
  write(new Log('debug', { write: (line) => void (text += line) }));
  return text;
}

describe('a log line about an error', () => {
  it('names class, code and frames, and leaves out the message, also of causes and over several lines', () => {
    const cause = Object.assign(new TypeError('ZZPHI one\n    at ZZPHI two'), { code: '23505' });
    const text = capture((log) => log.error('event', { requestId: 'r' }, new StoreUnavailable({ cause })));
    const line: { error: unknown } = JSON.parse(text);
    expect(line).toMatchObject({
      msg: 'event',
      requestId: 'r',
      error: { name: 'StoreUnavailable', code: 'STORE_UNAVAILABLE', cause: { name: 'TypeError', code: '23505' } },
    });
    expect(text).toMatch(/at .*log\.spec\.ts:\d+/);
    expect(text).not.toContain('ZZPHI');
  });

  it('takes what is no error by its type only', () => {
    expect(capture((log) => log.error('event', {}, 'ZZPHI'))).toContain('"error":{"name":"string"}');
  });
});

describe('what the framework says', () => {
  it('loses its words where they may quote a request', () => {
    const text = capture((log) => {
      const nest = new NestLog(log);
      nest.error('ZZPHI', 'ZZPHI stack', 'ExceptionsHandler');
      nest.warn('ZZPHI', 'Router');
      nest.error(new NotFound('slide'), 'ExceptionsHandler');
    });
    expect(text).not.toContain('ZZPHI');
    expect(text).toContain('"origin":"ExceptionsHandler"');
    expect(text).toContain('"code":"NOT_FOUND"');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { DeliveryCheck } from './check-delivery.js';

const SECRET = 'a secret of the tests';
const BODY = Buffer.from(
  '{"entity":"registered_model_alias","action":"created","timestamp":"2026-01-01T00:00:00","data":{"name":"a","alias":"champion","version":"1"}}',
);
const SENT_MS = 1_767_225_600_000;
// By Python's hmac, hashlib and base64 over `<id>.<timestamp>.` and the body.
const SIGNATURE = 'v1,8Z/CK7KiB6tYtBxl6k71XBCc/i37kmtP3uaBAOf3dLo=';
const HEADERS = {
  'x-mlflow-delivery-id': '6a1f7f0e-0001',
  'x-mlflow-timestamp': '1767225600',
  'x-mlflow-signature': SIGNATURE,
};

describe('a delivery', () => {
  let deliveries: DeliveryCheck;
  beforeEach(() => void (deliveries = new DeliveryCheck()));

  it('with the signature of its bytes is accepted once', () => {
    expect(deliveries.check(SECRET, HEADERS, BODY, SENT_MS)).toBe('ACCEPTED');
    expect(deliveries.check(SECRET, HEADERS, BODY, SENT_MS + 1000)).toBe('REPEATED');
  });

  it.each([
    ['another secret', 'another secret of it', HEADERS, BODY],
    ['another body', SECRET, HEADERS, Buffer.concat([BODY, Buffer.from(' ')])],
    ['another id', SECRET, { ...HEADERS, 'x-mlflow-delivery-id': '6a1f7f0e-0002' }, BODY],
    ['another time', SECRET, { ...HEADERS, 'x-mlflow-timestamp': '1767225601' }, BODY],
    ['a time that is no number', SECRET, { ...HEADERS, 'x-mlflow-timestamp': 'now' }, BODY],
    ['no signature', SECRET, { ...HEADERS, 'x-mlflow-signature': undefined }, BODY],
    ['a part of the signature', SECRET, { ...HEADERS, 'x-mlflow-signature': SIGNATURE.slice(0, -1) }, BODY],
    ['no id', SECRET, { ...HEADERS, 'x-mlflow-delivery-id': '' }, BODY],
  ] as const)('with %s is refused', (_, secret, headers, body) => {
    expect(deliveries.check(secret, headers, body, SENT_MS)).toBe('REFUSED');
  });

  it('of more than five minutes ago, or ahead, is refused', () => {
    expect(deliveries.check(SECRET, HEADERS, BODY, SENT_MS + 301_000)).toBe('REFUSED');
    expect(deliveries.check(SECRET, HEADERS, BODY, SENT_MS - 301_000)).toBe('REFUSED');
    expect(deliveries.check(SECRET, HEADERS, BODY, SENT_MS + 299_000)).toBe('ACCEPTED');
  });
});

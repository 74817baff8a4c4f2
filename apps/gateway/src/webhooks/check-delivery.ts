import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';

const TOLERANCE_S = 300;
const REMEMBERED = 10_000;

/** Tells genuine deliveries from others: signed with the secret, of the last five minutes, and not seen before. */
export class DeliveryCheck {
  private readonly seen = new LRUCache<string, true>({ max: REMEMBERED, ttl: 2 * TOLERANCE_S * 1000 });

  /**
   * @param secret of this source's webhook
   * @param body the bytes as they came
   * @returns ACCEPTED once for each delivery; REPEATED for a second copy, as MLflow sends after an answer that it did not get
   */
  check(
    secret: string,
    headers: IncomingHttpHeaders,
    body: Uint8Array,
    nowMs = Date.now(),
  ): 'ACCEPTED' | 'REPEATED' | 'REFUSED' {
    const id = text(headers['x-mlflow-delivery-id']);
    const timestamp = text(headers['x-mlflow-timestamp']);
    const isRecent = /^\d{1,12}$/.test(timestamp) && Math.abs(nowMs / 1000 - Number(timestamp)) <= TOLERANCE_S;
    if (id === '' || id.length > 100 || !isRecent) return 'REFUSED';
    const expected = signatureOf(secret, id, timestamp, body);
    if (!isEqual(text(headers['x-mlflow-signature']), expected)) return 'REFUSED';
    if (this.seen.has(id)) return 'REPEATED';
    this.seen.set(id, true);
    return 'ACCEPTED';
  }
}

// `v1,` and HMAC-SHA256 over `<id>.<timestamp>.<body>` in Base64: MLflow documentation, "Webhooks", Verifying signatures.
function signatureOf(secret: string, id: string, timestamp: string, body: Uint8Array): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function text(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

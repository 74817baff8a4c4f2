import { createHmac, randomUUID } from 'node:crypto';
import { request } from 'undici';

/** Delivers a webhook as MLflow 3.17 does. @returns the status of the answer */
export async function deliverHint(url: string, secret: string): Promise<number> {
  const id = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const body = '{"entity":"model_version","action":"created","data":{}}';
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  const answer = await request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-mlflow-delivery-id': id,
      'x-mlflow-timestamp': timestamp,
      'x-mlflow-signature': `v1,${signature}`,
    },
    body,
  });
  await answer.body.dump();
  return answer.statusCode;
}

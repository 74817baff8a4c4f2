import { once } from 'node:events';
import { type Agent, request } from 'node:http';

const TIMEOUT_MS = 120_000;

/** One POST. @returns status and body @throws Error when the connection fails or the time is over */
export async function send(
  url: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
): Promise<{ readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer }> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const outgoing = request(url, {
    method: 'POST',
    agent,
    signal,
    headers: { ...headers, 'content-length': body.byteLength },
  });
  outgoing.end(body);
  const [incoming] = await once(outgoing, 'response');
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  return { status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(pieces) };
}

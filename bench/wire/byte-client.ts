import { once } from 'node:events';
import { Agent, request } from 'node:http';

/** One connection that stays open. It reads whole bodies and does not look inside: a reader's own cost is no part of what is measured. */
export class ByteClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly url: string) {}

  /** A GraphQL query, or any body for a server that does not read it. */
  post(path: string, body: object): Promise<Buffer> {
    const bytes = Buffer.from(JSON.stringify(body));
    return this.exchange(path, 'POST', bytes);
  }

  get(path: string): Promise<Buffer> {
    return this.exchange(path, 'GET');
  }

  close(): void {
    this.agent.destroy();
  }

  private async exchange(path: string, method: string, body?: Buffer): Promise<Buffer> {
    const headers = body ? { 'content-type': 'application/json', 'content-length': body.byteLength } : {};
    const outgoing = request(`${this.url}${path}`, { method, agent: this.agent, headers });
    outgoing.end(body);
    const [incoming]: (AsyncIterable<Buffer> & { readonly statusCode?: number })[] = await once(outgoing, 'response');
    const pieces: Buffer[] = [];
    for await (const piece of incoming ?? []) pieces.push(piece);
    if (incoming?.statusCode !== 200)
      throw new Error(`a server refused: ${Buffer.concat(pieces).toString().slice(0, 500)}`);
    return Buffer.concat(pieces);
  }
}

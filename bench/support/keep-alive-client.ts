import { once } from 'node:events';
import { Agent, request } from 'node:http';

/** GraphQL over one HTTP/1.1 connection that stays open: the least that a client can cost. */
export class KeepAliveClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly url: string) {}

  /** @returns the body of the answer, parsed @throws Error when the status is not 200 or a field failed */
  async ask(query: string, variables: object): Promise<unknown> {
    const body = Buffer.from(JSON.stringify({ query, variables }));
    const headers = { 'content-type': 'application/json', 'content-length': body.byteLength };
    const outgoing = request(`${this.url}/graphql`, { method: 'POST', agent: this.agent, headers });
    outgoing.end(body);
    const [incoming]: AsyncIterable<Buffer>[] = await once(outgoing, 'response');
    const pieces: Buffer[] = [];
    for await (const piece of incoming ?? []) pieces.push(piece);
    const answer: unknown = JSON.parse(Buffer.concat(pieces).toString());
    if (typeof answer !== 'object' || answer === null || 'errors' in answer)
      throw new Error(`the gateway refused: ${JSON.stringify(answer).slice(0, 500)}`);
    return answer;
  }

  close(): void {
    this.agent.destroy();
  }
}

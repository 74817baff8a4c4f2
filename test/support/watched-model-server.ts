import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** An inference as it went over the wire. */
export interface WatchedInfer {
  /** `<name>/<version>`, as the server knows it. */
  readonly model: string;
  /** Shape of its first input. */
  readonly shape: readonly number[];
}

type Fits = (infer: WatchedInfer) => boolean;

const INFER = /^\/v2\/models\/([^/]+)\/versions\/([^/]+)\/infer$/;

/** A proxy before a real model server: sees every inference that is asked for, never answers those that it holds back, and may let others wait. */
export class WatchedModelServer {
  /** Every inference so far, in the order in which they came. */
  readonly infers: WatchedInfer[] = [];
  /** The most inferences that were open at one moment. */
  mostAtOnce = 0;
  /** Inferences whose client went away before the answer. */
  abandoned = 0;
  private atOnce = 0;
  private isHeldBack: Fits = () => false;
  private gate: (infer: WatchedInfer) => Promise<void> = () => Promise.resolve();
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly server: Server,
    private readonly behind: URL,
    readonly url: string,
  ) {}

  /** @param behind address of the server that answers */
  static async before(behind: string): Promise<WatchedModelServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    const watched = new WatchedModelServer(server, new URL(behind), `http://127.0.0.1:${address.port}`);
    server.on('request', (incoming, outgoing) => void watched.pass(incoming, outgoing));
    return watched;
  }

  holdBack(fits: Fits): void {
    this.isHeldBack = fits;
  }

  /** Lets each inference pass when its promise resolves. */
  delay(gate: (infer: WatchedInfer) => Promise<void>): void {
    this.gate = gate;
  }

  /** Forgets what was seen, and holds nothing back. */
  forget(): void {
    this.infers.length = 0;
    this.mostAtOnce = this.atOnce;
    this.abandoned = 0;
    this.isHeldBack = () => false;
    this.gate = () => Promise.resolve();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    this.agent.destroy();
    await once(this.server, 'close');
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    incoming.on('error', () => undefined);
    for await (const piece of incoming) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const infer = inferOf(incoming, body);
    if (infer) this.see(infer, outgoing);
    if (infer && this.isHeldBack(infer)) return;
    if (infer) await this.gate(infer);
    const { method, url: path, headers } = incoming;
    const target = { host: this.behind.hostname, port: this.behind.port, agent: this.agent, method, path, headers };
    const forwarded = request(target, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => outgoing.writableFinished || forwarded.destroy());
    forwarded.end(body);
  }

  private see(infer: WatchedInfer, outgoing: ServerResponse): void {
    this.infers.push(infer);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    outgoing.once('close', () => {
      this.atOnce -= 1;
      if (!outgoing.writableFinished) this.abandoned += 1;
    });
  }
}

function inferOf({ url = '', headers }: IncomingMessage, body: Buffer): WatchedInfer | null {
  const [, name, version] = INFER.exec(url) ?? [];
  if (name === undefined || version === undefined) return null;
  const length = Number(headers['inference-header-content-length'] ?? body.length);
  const { inputs } = JSON.parse(body.toString('utf8', 0, length));
  return { model: `${name}/${version}`, shape: inputs[0].shape };
}

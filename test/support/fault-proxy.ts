import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the proxy does to connections that come from now on, and to bytes that pass from now on. */
export interface Fault {
  /** Every piece of an answer is this much later. */
  readonly latencyMs?: number;
  /** Connections are reset when they come. */
  readonly refuse?: boolean;
  /** Whatever is asked, nothing comes back. */
  readonly silent?: boolean;
  /** The connection is reset after so many bytes of answer. */
  readonly resetAfterBytes?: number;
  /** The connection is closed as if all were said after so many bytes of answer. */
  readonly cutAfterBytes?: number;
  /** Bytes of answer a second. */
  readonly bytesPerSecond?: number;
  /** The end of an answer's connection comes this much later. */
  readonly closeAfterMs?: number;
}

/** A TCP proxy before a real server, which makes the faults of a network. It knows nothing of what it carries. */
export class FaultProxy {
  /** Connections that were made to it. */
  connections = 0;
  /** Those that the caller closed or reset before this side did. */
  leftByCaller = 0;
  private fault: Fault = {};
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly behind: URL,
    readonly url: string,
  ) {}

  static async before(behind: string): Promise<FaultProxy> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    const proxy = new FaultProxy(server, new URL(behind), `http://127.0.0.1:${address.port}`);
    server.on('connection', (socket) => proxy.carry(socket));
    return proxy;
  }

  /** Sockets of callers that are open now. */
  get openSockets(): number {
    return this.open.size;
  }

  /** Sets the fault, `{}` for none, and ends the connections that are open: a pool would keep the good ones. */
  set(fault: Fault): void {
    this.fault = fault;
    for (const socket of this.open) socket.destroy();
  }

  async close(): Promise<void> {
    this.set({});
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(caller: Socket): void {
    this.connections += 1;
    caller.on('error', () => undefined);
    if (this.fault.refuse) return void caller.resetAndDestroy();
    this.open.add(caller);
    const upstream = connect(Number(this.behind.port), this.behind.hostname);
    upstream.on('error', () => caller.resetAndDestroy());
    caller.pipe(upstream);
    let isEndedHere = false;
    caller.on('close', () => {
      this.open.delete(caller);
      if (!isEndedHere) this.leftByCaller += 1;
      upstream.destroy();
    });
    this.answer(upstream, caller).then(
      () => (isEndedHere = true),
      () => (isEndedHere = true),
    );
  }

  private async answer(upstream: Socket, caller: Socket): Promise<void> {
    let passed = 0;
    for await (const piece of upstream) {
      const { latencyMs = 0, silent, bytesPerSecond, resetAfterBytes, cutAfterBytes } = this.fault;
      if (silent) continue;
      if (latencyMs > 0) await sleep(latencyMs);
      const bytes = Buffer.from(piece);
      const limit = Math.min(resetAfterBytes ?? Infinity, cutAfterBytes ?? Infinity) - passed;
      await this.write(caller, bytes.subarray(0, Math.max(0, limit)), bytesPerSecond);
      passed += bytes.length;
      if (bytes.length < limit) continue;
      if (resetAfterBytes !== undefined) caller.resetAndDestroy();
      else caller.end();
      return;
    }
    if (this.fault.closeAfterMs !== undefined) await sleep(this.fault.closeAfterMs);
    caller.end();
  }

  private async write(caller: Socket, bytes: Buffer, bytesPerSecond = Infinity): Promise<void> {
    if (!Number.isFinite(bytesPerSecond)) return void caller.write(bytes);
    const step = Math.max(1, Math.floor(bytesPerSecond / 20));
    for (let at = 0; at < bytes.length && !caller.destroyed; at += step) {
      caller.write(bytes.subarray(at, at + step));
      await sleep(50);
    }
  }
}

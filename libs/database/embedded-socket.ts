import { Duplex } from 'node:stream';
import { type EmbeddedServer } from './embedded-server.js';

const READY = 0x5a;
const TERMINATE = 0x58;
const IDLE = 0x49;
/** AuthenticationOk, then ReadyForQuery: whoever has the process needs no password. */
const GREETING = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, READY, 0, 0, 0, 5, IDLE]);
/** A simple query: what the last client left open must not be the next one's. */
const ROLLBACK = Buffer.from('Q\0\0\0\x0dROLLBACK\0', 'latin1');

/**
 * What node-postgres takes for its connection to a server: the server is a thread. What a client writes at one time (parse, bind,
 * describe, execute, sync) goes there in one message, and the answer comes back in one.
 */
export class EmbeddedSocket extends Duplex {
  private isGreeted = false;
  /** `I` outside of a transaction. */
  private status = IDLE;

  constructor(private readonly server: EmbeddedServer) {
    super();
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed when they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.forward(chunk).then(() => done(), done);
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: (error?: Error) => void): void {
    this.forward(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const isOpen = this.status !== IDLE;
    this.status = IDLE;
    void (isOpen ? this.server.send(copyOf(ROLLBACK)).catch(() => undefined) : Promise.resolve()).then(() =>
      done(error),
    );
  }

  private async forward(message: Buffer): Promise<void> {
    if (!this.isGreeted) {
      this.isGreeted = true;
      this.push(GREETING);
    } else if (message[0] === TERMINATE) this.push(null);
    else {
      const answer = await this.server.send(copyOf(message));
      if (answer[answer.length - 6] === READY) this.status = answer[answer.length - 1] ?? IDLE;
      if (answer.length > 0) this.push(answer);
    }
  }
}

/** A buffer of node-postgres may be a part of one that it writes to again. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

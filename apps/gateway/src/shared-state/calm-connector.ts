import { createConnection, type Socket } from 'node:net';
import { connect as connectByTls, type ConnectionOptions } from 'node:tls';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AbstractConnector } from 'ioredis';

/** What the connector is given of the client's options; `tls` is true for a URL that says `rediss:`. */
interface ServerPlace {
  readonly host?: string;
  readonly port?: number;
  readonly tls?: ConnectionOptions | true;
  readonly disconnectTimeout?: number;
}

const DISCONNECT_MS = 2_000;

/**
 * Makes ioredis' connections. Its own connector listens for the first error of a socket only: a second one, such as a TLS alert while a
 * connection is closed whose certificate was refused, is then nobody's and ends the process.
 */
export class CalmConnector extends AbstractConnector {
  private readonly place: ServerPlace;

  constructor(options: unknown) {
    const place: ServerPlace = typeof options === 'object' && options !== null ? options : {};
    super(place.disconnectTimeout ?? DISCONNECT_MS);
    this.place = place;
  }

  /** @throws Error when the client was closed meanwhile */
  async connect(): Promise<Socket> {
    this.connecting = true;
    await nextTurn();
    if (!this.connecting) throw new Error('Connection is closed.');
    const { host = 'localhost', port = 6379, tls } = this.place;
    const stream = tls ? connectByTls({ ...(tls === true ? {} : tls), host, port }) : createConnection({ host, port });
    stream.once('error', (error) => (this.firstError = error));
    stream.on('error', () => {}); // ioredis hears the first one
    this.stream = stream;
    return stream;
  }
}

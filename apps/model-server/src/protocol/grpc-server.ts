import type { ServerParts } from './server-parts.js';

export class GrpcServer {
  constructor(private readonly parts: ServerParts) {}
  listen(port: number): Promise<number> {
    return Promise.resolve(port + Number(this.parts.version === ''));
  }
  drain(ms: number): Promise<void> {
    return Promise.resolve(void ms);
  }
}

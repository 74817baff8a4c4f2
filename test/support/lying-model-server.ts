import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

/** How an inference is answered; the path tells which model is asked. */
export type Lie = (response: ServerResponse, path: string) => void;

/** A model server that is healthy by all it says of itself, and answers inference as a test wants it: faults that no real server gives on demand. */
export interface LyingModelServer {
  readonly url: string;
  /** Inferences that arrived. */
  infers(): number;
  /** What follows is counted from here. */
  forget(): void;
  lie(lie: Lie): void;
  close(): Promise<void>;
}

export async function lyingModelServer(): Promise<LyingModelServer> {
  let lie: Lie = (response) => void response.end();
  let infers = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    request.on('error', () => undefined).resume();
    request.on('end', () => {
      if (path.endsWith('/infer')) {
        infers += 1;
        return lie(response, path);
      }
      const body = path === '/v2' ? { name: 'double', version: '1', extensions: [] } : { name: 'double', ready: true };
      response.end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    infers: () => infers,
    forget: () => (infers = 0),
    lie: (next) => (lie = next),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

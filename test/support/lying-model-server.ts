import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

/** How an inference is answered; the path tells which model is asked, and the shape is that of its input. */
export type Lie = (response: ServerResponse, path: string, shape: readonly number[]) => void;

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
    const pieces: Buffer[] = [];
    request.on('error', () => undefined).on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (path.endsWith('/infer')) {
        infers += 1;
        return lie(response, path, shapeOf(Buffer.concat(pieces)));
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

/** Shape of the first input. It says that it has no binary tensors, so the whole body is JSON. */
function shapeOf(body: Buffer): readonly number[] {
  const { inputs } = JSON.parse(body.toString());
  return inputs[0].shape;
}

/** What a version of demo-dense-focus answers for one bag; the first one has no attention. */
export function denseFocusAnswer(version: '1' | '2', tiles: number, logit: number) {
  const attention = Array.from({ length: tiles }, () => 1 / tiles);
  const outputs = [
    { name: 'logit', datatype: 'FP32', shape: [1, 1], data: [logit] },
    { name: 'attention', datatype: 'FP32', shape: [1, tiles], data: attention },
  ];
  return {
    model_name: 'demo-dense-focus',
    model_version: version,
    outputs: version === '1' ? outputs.slice(0, 1) : outputs,
  };
}

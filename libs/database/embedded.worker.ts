import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { parentPort, workerData } from 'node:worker_threads';
import { type EmbeddedOrder, type EmbeddedReply, type EmbeddedSettings } from './embedded.messages.js';

// Statements run to their end on the thread that gives them: here, and not on the event loop that answers requests.

// The types of messages are a contract with embedded-server.ts, in this folder.
const { files, startParams, program }: EmbeddedSettings = workerData;
const lite = await PGlite.create({
  dataDir: files,
  extensions: { vector },
  pgliteWasmModule: program,
  startParams: [...PGlite.defaultStartParams, ...startParams],
});

// In the order of their arrival: PGlite itself lets one in after the other.
parentPort?.on('message', (order: EmbeddedOrder) => void answer(order));
reply({ kind: 'opened' });

async function answer(order: EmbeddedOrder): Promise<void> {
  const { id } = order;
  try {
    const bytes = order.kind === 'send' ? await lite.execProtocolRaw(order.bytes) : await end();
    // A copy: what PGlite gives may lie in its own memory.
    reply({ kind: 'done', id, bytes: new Uint8Array(bytes) });
  } catch (error) {
    reply({ kind: 'failed', id, reason: error instanceof Error ? error.message : 'it failed without a reason' });
  }
}

async function end(): Promise<Uint8Array> {
  await lite.close();
  return new Uint8Array();
}

function reply(message: EmbeddedReply): void {
  parentPort?.postMessage(message, message.kind === 'done' ? [message.bytes.buffer] : []);
}

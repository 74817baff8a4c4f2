import { once } from 'node:events';
import { createServer } from 'node:http';

// The floor of a warm answer: a server that has one answer, and sends it to whoever asks. Told once what it is.

let body = Buffer.alloc(0);
process.on('message', (text) => (body = Buffer.from(String(text))));
process.on('disconnect', () => process.exit());
process.once('SIGTERM', () => process.exit());

const server = createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.on('end', () => {
    outgoing.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength });
    outgoing.end(body);
  });
});
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('it was expected to listen on a port');
process.send?.({ url: `http://127.0.0.1:${address.port}` });

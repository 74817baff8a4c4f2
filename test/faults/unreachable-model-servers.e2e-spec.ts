import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnCertificate, ownCertificate, reasonToSkipCertificates } from '#test/own-certificate';
import { type FaultWorld, openFaultWorld } from './fault-world.js';

const skip = await reasonToSkipCertificates();

let folder = '';
let requests = 0;
const servers: Server[] = [];
let world: FaultWorld;

/** Over TLS; counts what gets through. */
async function listening({ cert, key }: OwnCertificate): Promise<string> {
  const server = createServer({ cert, key }, (_request, response) => {
    requests += 1;
    response.end('{}');
  });
  server.on('tlsClientError', () => undefined);
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A model server that cannot be reached as it is named (case 29): nothing is sent to whoever answers instead. */
describe.skipIf(skip !== undefined)('a model server', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-tls-'));
    const certificate = await ownCertificate(folder, 'DNS:models.example');
    world = await openFaultWorld(
      [
        { id: 'nowhere', url: 'http://models.invalid:8000', models: ['demo-dense-focus/1'] },
        { id: 'other-name', url: await listening(certificate), ca: certificate.cert, models: ['demo-dense-focus/2'] },
        { id: 'unknown', url: await listening(certificate), models: ['demo-lite0-mean/1'] },
      ],
      { breakerCalls: 1_000_000, probeMs: 60_000 },
    );
  });

  afterAll(async () => {
    await world?.close();
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['whose name does not resolve', 'demo-dense-focus/1', 'nowhere'],
    ['whose certificate is for another host', 'demo-dense-focus/2', 'other-name'],
  ])('%s gives MODEL_UNAVAILABLE within 1 s (case 29)', { retry: 3 }, async (_title, model, id) => {
    const [slide] = await world.maker.many(1);
    if (!slide) throw new Error('a slide was expected');
    const { code, prediction, error, ms } = await world.predict(slide, model);
    expect([code, prediction, error?.extensions['server']]).toEqual(['MODEL_UNAVAILABLE', null, id]);
    expect(ms).toBeLessThan(1_000);
  });

  it('for whose certificate nobody vouches gives MODEL_UNAVAILABLE', async () => {
    const [slide] = await world.maker.many(1);
    if (!slide) throw new Error('a slide was expected');
    const query = `{ slide(id: "${slide.id}") { embedding(model: "local:demo-lite0-mean/1") { dimension } } }`;
    const { errors, data } = await world.gateway.ask(query);
    expect([errors[0]?.extensions['code'], data.slide.embedding]).toEqual(['MODEL_UNAVAILABLE', null]);
  });

  it('is told nothing over a connection that is not trusted', () => {
    expect(requests).toBe(0);
  });
});

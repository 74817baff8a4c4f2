import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { FakeGateways, failureOf } from '#test/fake-gateways';
import { TesseraClient } from './index.js';

const gateways = new FakeGateways();
const gateway = gateways.start.bind(gateways);
const failure = failureOf;

const folder = await mkdtemp(join(tmpdir(), 'tessera-client-'));

afterEach(() => gateways.close());
afterAll(() => rm(folder, { recursive: true }));

describe('links', () => {
  it('fetches an array', async () => {
    const { url } = await gateway();
    const array = await new TesseraClient({ url }).fetchArray('/arrays/embedding.npy');
    expect(array).toEqual({ shape: [3], datatype: 'FP32', data: Float32Array.of(1.5, -2, 0.25) });
  });

  it('saves a file whole, in folders that it makes', async () => {
    const { url } = await gateway();
    const file = join(folder, 'new/map.png');
    expect(await new TesseraClient({ url }).download('/heat-maps/a.png', file)).toBe(8);
    expect((await readFile(file)).toString('hex')).toBe('89504e470d0a1a0a');
  });

  it('leaves no file behind when the gateway refuses, or the connection breaks in the middle', async () => {
    const { url } = await gateway();
    const refused = failure(new TesseraClient({ url }).download('/arrays/none.npy', join(folder, 'none.npy')));
    expect(await refused).toMatchObject({ code: 'NOT_FOUND' });
    const broken = await gateway({
      respond: (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('half');
        setTimeout(() => response.destroy(), 20);
      },
    });
    const cut = failure(new TesseraClient({ url: broken.url }).download('/x', join(folder, 'half.npy')));
    expect(await cut).toMatchObject({ code: 'GATEWAY_UNREACHABLE' });
    expect((await readdir(folder)).filter((name) => /none|half/.test(name))).toEqual([]);
  });

  it('takes the key to no other host', async () => {
    const { url } = await gateway();
    const asked: string[] = [];
    const other = await gateway({
      respond: (request, response) => void (asked.push(request.url ?? ''), response.end()),
    });
    const error = await failure(new TesseraClient({ url, apiKey: 'secret' }).fetchArray(`${other.url}/arrays/x.npy`));
    expect(error).toMatchObject({ code: 'GATEWAY_BAD_ANSWER' });
    expect(asked).toEqual([]);
  });
});

describe('allSlides', () => {
  it('reads every page', async () => {
    const slideNames = Array.from({ length: 205 }, (_, index) => `slide ${index}`);
    const running = await gateway({ slideNames });
    const names: (string | null)[] = [];
    for await (const slide of new TesseraClient({ url: running.url }).allSlides()) names.push(slide.name);
    expect(names).toEqual(slideNames.toReversed());
    expect(running.operations).toHaveLength(3);
  });
});

import { startFakeGateway, type FakeGateway, type FakeGatewayOptions } from './fake-gateway.js';

/** Fake gateways of one spec file: started as needed, closed together. */
export class FakeGateways {
  private readonly open: FakeGateway[] = [];

  async start(options: FakeGatewayOptions = {}): Promise<FakeGateway> {
    const started = await startFakeGateway(options);
    this.open.push(started);
    return started;
  }

  async close(): Promise<void> {
    await Promise.all(this.open.splice(0).map((one) => one.close()));
  }
}

/** What a promise is rejected with. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => Promise.reject(new Error('it succeeded')),
    (error: unknown) => error,
  );
}

export const slideIdOf = ({ world }: FakeGateway): string => world.slides[0]?.id ?? '';

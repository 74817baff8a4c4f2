import { afterEach, describe, expect, it } from 'vitest';
import { startFakeGateway, type FakeGateway, type FakeGatewayOptions } from '#test/fake-gateway';
import { runCli, startCli } from '#test/run-cli';

let gateway: FakeGateway | null = null;

async function environment(options: FakeGatewayOptions = {}): Promise<{ TESSERA_URL: string }> {
  gateway = await startFakeGateway(options);
  return { TESSERA_URL: gateway.url };
}

afterEach(async () => {
  await gateway?.close();
  gateway = null;
});

const prepare = ['features', 'prepare', 'her2st C6', '--encoder', 'local:demo-lite0@prod'];

describe('tessera as a process', () => {
  it('writes one JSON document and nothing else', async () => {
    const { code, stdout, stderr } = await runCli(['slides', 'list', '--json'], await environment());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'her2st C6' }]);
  });

  it.each([
    [0, ['viewer'], {}],
    [1, ['jobs', 'show', 'nobody'], {}],
    [2, ['nonsense'], {}],
    [3, ['viewer', '--url', 'http://127.0.0.1:1'], {}],
    [4, prepare, { jobError: { code: 'TOO_FEW_TILES', message: 'There are 3 tiles.', retryable: false, facts: {} } }],
  ] as const)('ends with %i after %j', async (code, args, options) => {
    expect((await runCli(args, await environment(options))).code).toBe(code);
  });

  it('ends with 4 when somebody else cancels the job', async () => {
    const running = startCli(prepare, await environment({ jobLooks: 1000 }));
    await running.seen('encoding');
    gateway?.world.cancelJob({ id: 'job-1' });
    const { code, stderr } = await running.result;
    expect(code).toBe(4);
    expect(stderr).toContain('JOB_CANCELLED');
  });

  it('cancels the job at Ctrl-C and ends with 130', async () => {
    const running = startCli(prepare, await environment({ jobLooks: 1000 }));
    await running.seen('encoding');
    running.child.kill('SIGINT');
    const { code, stderr } = await running.result;
    expect(code).toBe(130);
    expect(stderr).toContain('the job job-1 was cancelled');
    expect(gateway?.world.jobs).toMatchObject([{ state: 'CANCELLED' }]);
  });

  it('leaves at the second Ctrl-C though the gateway does not answer the first', async () => {
    const env = await environment({ jobLooks: 1000 });
    const cancelled = new Promise<void>((resolve) => {
      // From the cancellation on the gateway is silent.
      if (gateway)
        gateway.beforeAnswer = (body) => (body.operationName === 'CancelJob' ? (resolve(), never()) : undefined);
    });
    const running = startCli(prepare, env);
    await running.seen('encoding');
    running.child.kill('SIGINT');
    await cancelled;
    running.child.kill('SIGINT');
    const { code, stderr } = await running.result;
    expect(code).toBe(130);
    expect(stderr).toContain('INTERRUPTED: Interrupted.');
  });

  it('interrupts a request that hangs', async () => {
    let arrived = (): void => undefined;
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    const running = startCli(['viewer'], await environment({ respond: () => arrived() }));
    await asked;
    running.child.kill('SIGINT');
    expect((await running.result).code).toBe(130);
  });

  it('ends quietly when the reader of its pipe has left', async () => {
    const env = await environment({ slideNames: Array.from({ length: 2000 }, (_, index) => `slide ${index}`) });
    const running = startCli(['slides', 'list', '--json'], env);
    const { stdout } = running.child;
    stdout?.once('data', () => stdout.destroy());
    const ended = await running.result;
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).not.toMatch(/\]\n$/); // it was cut off indeed
  });
});

function never(): Promise<never> {
  return new Promise(() => undefined);
}

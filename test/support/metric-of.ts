import { type TestGateway } from './open-test-gateway.js';

/** A figure of /metrics, all its labels together. */
export async function metricOf(gateway: TestGateway, name: string): Promise<number> {
  const text = (await gateway.get('/metrics')).bytes.toString();
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(`tessera_${name}{`) || line.startsWith(`tessera_${name} `));
  if (lines.length === 0) throw new Error(`there is no metric ${name}`);
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

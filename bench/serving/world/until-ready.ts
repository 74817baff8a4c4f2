import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 60_000;

/** The embedded server listens before its models are loaded. @throws Error when one is not ready in a minute */
export async function untilReady(
  url: string,
  models: readonly { readonly name: string; readonly version: string }[],
): Promise<void> {
  const deadline = AbortSignal.timeout(START_MS);
  for (const { name, version } of models)
    while (!(await fetch(`${url}/v2/models/${name}/versions/${version}/ready`, { signal: deadline })).ok)
      await sleep(50, undefined, { signal: deadline });
}

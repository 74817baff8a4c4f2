import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, printableConfig } from './gateway.config.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tessera-config-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const load = (source: Readonly<Record<string, unknown>>, environment: Readonly<Record<string, string>> = {}) => {
  const registrySources = [{ id: 'hospital-a', kind: 'mlflow', url: 'https://mlflow.example.org/team', ...source }];
  const config = loadConfig({
    ...environment,
    TESSERA_CONFIG: file('config.json', JSON.stringify({ registrySources })),
  });
  return { config, source: config.registrySources[0] };
};
const SECRET = 'ZZ-secret-4711-and-more';

describe('an MLflow server in the configuration', () => {
  it('needs an id and an address, and has limits of its own', () => {
    expect(load({}).source).toMatchObject({
      id: 'hospital-a',
      credentials: { kind: 'none' },
      timeoutMs: 10_000,
      maxConcurrent: 4,
      pollSeconds: 30,
      fullSweepSeconds: 600,
      webhookSecret: null,
      writable: false,
      writeCredentials: null,
    });
  });

  it('takes secrets from files and from the environment, and shows none of them', () => {
    const { config, source } = load(
      {
        credentials: { username: 'tessera', password: { file: file('password', `${SECRET}\n`) } },
        webhookSecret: { variable: 'HOOK' },
        caFile: file('ca.pem', SECRET),
        headers: { 'x-token': SECRET },
      },
      { HOOK: SECRET },
    );
    expect(source).toMatchObject({ credentials: { username: 'tessera', password: SECRET }, webhookSecret: SECRET });
    expect(JSON.stringify(printableConfig(config))).not.toContain(SECRET);
    expect(load({ credentials: { token: { variable: 'TOKEN' } } }, { TOKEN: SECRET }).source?.credentials).toEqual({
      kind: 'bearer',
      token: SECRET,
    });
  });

  it('is written to where that is said, with the login of reading or with another', () => {
    const writeCredentials = { token: { variable: 'TOKEN' } };
    const { config, source } = load({ writable: true, writeCredentials }, { TOKEN: SECRET });
    expect(source).toMatchObject({
      credentials: { kind: 'none' },
      writeCredentials: { kind: 'bearer', token: SECRET },
    });
    expect(JSON.stringify(printableConfig(config))).not.toContain(SECRET);
    const credentials = writeCredentials;
    expect(load({ writable: true, credentials }, { TOKEN: SECRET }).source?.writeCredentials).toMatchObject({
      token: SECRET,
    });
  });

  it.each([
    [{ writeCredentials: { token: { variable: 'SHORT' } } }, '/registrySources/0/writeCredentials', '`writable`'],
    [{ id: 'local' }, '/registrySources/0/id', ''],
    [{ id: 'local-2' }, '/registrySources/0/id', ''],
    [{ id: 'Hospital' }, '/registrySources/0/id', ''],
    [{ kind: 'dvc' }, '/registrySources/0/kind', ''],
    [{ url: `https://u:${SECRET}@x` }, '/registrySources/0/url', 'user name or password'],
    [{ credentials: { password: SECRET } }, '/registrySources/0/credentials', ''],
    [{ credentials: { token: { variable: 'UNSET' } } }, '/registrySources/0/credentials/token', 'is not set'],
    [{ credentials: { token: { file: '/nonexistent' } } }, '/registrySources/0/credentials/token', 'cannot be read'],
    [{ webhookSecret: { variable: 'SHORT' } }, '/registrySources/0/webhookSecret', '16 characters'],
    [{ caFile: '/nonexistent' }, '/registrySources/0/caFile', 'cannot be read'],
    [{ pollSeconds: 0 }, '/registrySources/0/pollSeconds', ''],
    [{ speed: 1 }, '/registrySources/0', 'keys that are not known: speed'],
  ])('with %j stops the start at %s', (source, pointer, words) => {
    let message = 'no refusal';
    try {
      load(source, { SHORT: 'ZZ-secret' });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(`TESSERA_CONFIG at ${pointer} `);
    expect(message).toContain(words);
    expect(message).not.toContain('ZZ-secret');
  });
});

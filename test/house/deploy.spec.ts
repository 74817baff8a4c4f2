import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { LIMITS, loadConfig } from '#gateway/config';
import { projectFiles, readText, ROOT } from './tree.js';

const KUBERNETES = 'deploy/kubernetes';
const folder = mkdtempSync(join(tmpdir(), 'tessera-deploy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifests = projectFiles().filter((file) => file.startsWith(`${KUBERNETES}/`) && file.endsWith('.yaml'));
const documentsOf = (file: string) =>
  parseAllDocuments(readText(file)).map((document) => {
    expect([file, ...document.errors]).toEqual([file]);
    return document.toJS();
  });
const all = manifests.flatMap(documentsOf);
const named = (kind: string, name: string) => all.find((each) => each.kind === kind && each.metadata?.name === name);
const kustomization = named('Kustomization', '') ?? all.find(({ kind }) => kind === 'Kustomization');
const compose = parse(readText('deploy/compose.yaml'), { merge: true });
const dockerfile = readText('deploy/Dockerfile');
const ignored = readText('.dockerignore').split('\n');

/** What the gateway makes of an environment and a file. */
function load(environment: Record<string, string>, configFile: string): ReturnType<typeof loadConfig> {
  const file = join(folder, basename(configFile));
  writeFileSync(file, readText(configFile));
  return loadConfig({ ...environment, TESSERA_CONFIG: file });
}

const settings = Object.fromEntries(
  readText(`${KUBERNETES}/settings.env`)
    .split('\n')
    .filter(Boolean)
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);
const SECRETS = {
  TESSERA_DATABASE_URL: 'postgres://tessera:x@postgres:5432/tessera',
  TESSERA_REDIS_URL: 'rediss://:x@redis:6380/0',
};

describe('the image', () => {
  it('runs as nobody special, with the process itself as the one that is signalled', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/\nUSER node\n/);
    for (const instruction of ['ENTRYPOINT', 'CMD']) expect(last).toMatch(new RegExp(`\\n${instruction} \\[`));
    expect(last).not.toMatch(/\nRUN npm/);
    expect(last).toContain('ORT_DISABLE_TELEMETRY=1');
    expect(dockerfile.match(/npm ci --ignore-scripts/g)).toHaveLength(2);
    expect(dockerfile).toContain('npm ci --ignore-scripts --omit=dev');
  });

  it('copies and starts what there is', () => {
    const copied = [...dockerfile.matchAll(/--from=build \/app\/(\S+)/g)].map(([, path = '']) => path);
    expect(copied.filter((path) => path !== 'dist' && !existsSync(join(ROOT, path)))).toEqual([]);
    const texts = [dockerfile, readText('deploy/compose.yaml'), ...manifests.map(readText)].join('\n');
    const started = [...texts.matchAll(/dist\/(\S+?)\.js/g)].map(([, path]) => `${path}.ts`);
    expect(new Set(started).size).toBe(3);
    expect(started.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('is built without what was made here, and without secrets', () => {
    expect(ignored).toEqual(expect.arrayContaining(['.git', '**/node_modules', 'dist', 'data', '.env', '.env.*']));
  });
});

describe('compose.yaml', () => {
  it.each(['gateway-1', 'gateway-2', 'worker', 'migrate'])('%s starts with settings that the gateway takes', (name) => {
    const given: Record<string, string> = compose.services[name].environment;
    const config = load({ ...given, ...SECRETS }, 'deploy/config.example.json');
    expect(config.role).toBe(name === 'worker' ? 'worker' : name === 'migrate' ? 'all' : 'api');
    expect(Object.keys(SECRETS).filter((variable) => !String(given[variable]).includes('${'))).toEqual([]);
    expect(new URL(config.modelServers[0]?.url ?? '').hostname in compose.services).toBe(true);
    expect(parseInt(compose.services[name].stop_grace_period)).toBeGreaterThan(LIMITS.drainMs.default / 1000 + 10);
  });

  it('waits for the migrations, pins its images, and opens only the proxy, to this machine', () => {
    expect(compose.services['gateway-1'].depends_on.migrate.condition).toBe('service_completed_successfully');
    const services: [string, { image: string; ports?: string[] }][] = Object.entries(compose.services);
    expect(services.filter(([, { image }]) => image !== 'tessera' && !/:\d+[\w.-]+$/.test(image))).toEqual([]);
    expect(services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port.split(':')[0]]))).toEqual([
      ['proxy', '127.0.0.1'],
    ]);
  });
});

describe('the model server', () => {
  const nodeOptions = (text: string): readonly string[] =>
    text.match(/--(?:no-incremental|min-semi)[\w-]+(?:=\d+)?/g) ?? [];

  it('runs everywhere with the options of Node that `npm run model-server` gives it', () => {
    const own = nodeOptions(JSON.parse(readText('package.json')).scripts['model-server']);
    expect(own).toHaveLength(2);
    const others = [
      'apps/gateway/src/routing/embedded-model-server.ts',
      'deploy/compose.yaml',
      `${KUBERNETES}/model-server.yaml`,
      'docs/model-server.md',
    ];
    expect(others.map((file) => [file, nodeOptions(readText(file))])).toEqual(others.map((file) => [file, own]));
  });
});

describe('the Kubernetes manifests', () => {
  it('are all part of the kustomization but for the examples, and every file of it is there', () => {
    const listed: string[] = kustomization.resources;
    const examples = ['kustomization.yaml', 'secret.example.yaml', 'kserve/inference-service.yaml'];
    const files = manifests.map((file) => file.slice(KUBERNETES.length + 1));
    expect([...listed, ...examples].sort()).toEqual(files.sort());
    for (const each of all) expect([each.kind, each.metadata?.namespace]).toEqual([each.kind, undefined]);
  });

  it('give settings that the gateway takes', () => {
    const config = load({ ...settings, ...SECRETS, TESSERA_ROLE: 'api' }, `${KUBERNETES}/config.json`);
    expect(named('Service', new URL(config.modelServers[0]?.url ?? '').hostname)).toBeDefined();
  });

  it.each(['tessera-api', 'tessera-worker', 'tessera-model-server'])('%s ends in order and is watched', (name) => {
    const { template } = named('Deployment', name).spec;
    const [container] = template.spec.containers;
    const drains = Number(settings['TESSERA_LIMIT_DRAIN_MS']) / 1_000;
    const paused = Number(container.lifecycle?.preStop.exec.command[1] ?? 0);
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(drains + paused);
    expect(template.spec.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    expect([container.livenessProbe.httpGet.path, container.readinessProbe.httpGet.path]).toEqual(
      name === 'tessera-model-server' ? ['/v2/health/live', '/v2/health/ready'] : ['/health/live', '/health/ready'],
    );
    expect(named('NetworkPolicy', name).spec.podSelector.matchLabels).toEqual(
      named('Deployment', name).spec.selector.matchLabels,
    );
  });

  it.each(['api', 'worker', 'migrate'])(
    '%s mounts what it declares, and takes its secrets from the one that is named',
    (name) => {
      const found = named(name === 'migrate' ? 'Job' : 'Deployment', `tessera-${name}`).spec.template.spec;
      const names = (items: readonly { readonly name: string }[]): Set<string> =>
        new Set(items.map((item) => item.name));
      expect(names(found.containers[0].volumeMounts)).toEqual(names(found.volumes));
      const keys = found.containers[0].env.flatMap(
        (each: { valueFrom?: { secretKeyRef: { name: string; key: string } } }) =>
          each.valueFrom ? [each.valueFrom.secretKeyRef] : [],
      );
      const secret = named('Secret', 'tessera');
      expect(keys).toEqual(Object.keys(secret.stringData).map((key) => ({ name: 'tessera', key })));
    },
  );
});

describe('the KServe example', () => {
  it('names in the configuration the service and the version that it is', () => {
    const config = load({}, `${KUBERNETES}/kserve/model-servers.json`);
    const { metadata, spec } = named('InferenceService', 'titan-2');
    const [server] = config.modelServers;
    expect(server?.url).toMatch(new RegExp(`^http://${metadata.name}-predictor\\.`));
    const [placement, ...more] = server?.placements ?? [];
    expect(more).toEqual([]);
    expect(placement?.model.split(':')[1]?.replace('/', '-')).toBe(metadata.name);
    const [container] = spec.predictor.containers;
    expect([placement?.as.version, container.args]).toEqual([null, [`--model_name=${placement?.as.name}`]]);
    expect(container.image).toMatch(/@sha256:[0-9a-f]{64}$/);
  });
});

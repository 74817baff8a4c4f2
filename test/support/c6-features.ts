import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { followJob, prepare } from './c6.js';
import { type Json } from './json.js';
import { type TestGateway } from './open-test-gateway.js';
import { sharedFolder } from './store-template.js';

const BAG = `query Bag($id: ID!) { slide(id: $id) { featureBags { featuresHref coordsHref mpp tileSizePx tileEdgePx } } }`;
const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';
const FILES = ['features.npy', 'coords.npy', 'facts.json'] as const;

/**
 * Gives C6 its features: made from pixels by the first test of a run that wants them, which keeps a core busy for some seconds, and imported by the others. What is made from
 * pixels is tested in `from-pixels`.
 */
export async function giveC6Features(gateway: TestGateway, slide: string): Promise<void> {
  const folder = sharedFolder();
  const shared = folder === undefined ? undefined : join(folder, 'c6-features');
  if (shared !== undefined && existsSync(shared)) return importFrom(shared, gateway, slide);
  const [made] = (await followJob(gateway, await prepare(gateway, slide))).slice(-1);
  if (made.state !== 'SUCCEEDED') throw new Error(`no features were made: ${JSON.stringify(made.error)}`);
  if (shared !== undefined && folder !== undefined) await share(shared, folder, gateway, slide);
}

async function share(shared: string, folder: string, gateway: TestGateway, slide: string): Promise<void> {
  const [bag]: readonly Json[] = (await gateway.data(BAG, { id: slide })).slide.featureBags;
  const draft = await mkdtemp(join(folder, 'making-'));
  const { featuresHref, coordsHref, ...facts } = bag;
  await writeFile(join(draft, FILES[0]), (await gateway.get(featuresHref)).bytes);
  await writeFile(join(draft, FILES[1]), (await gateway.get(coordsHref)).bytes);
  await writeFile(join(draft, FILES[2]), JSON.stringify(facts));
  // Another process may have been faster: its files are as good.
  await rename(draft, shared).catch(() => rm(draft, { recursive: true }));
}

async function importFrom(shared: string, gateway: TestGateway, slide: string): Promise<void> {
  const own = join(gateway.slideDir, 'c6-features');
  await mkdir(own, { recursive: true });
  for (const file of FILES) await copyFile(join(shared, file), join(own, file));
  const facts = JSON.parse(await readFile(join(own, FILES[2]), 'utf8'));
  const input = {
    ...{ slideId: slide, encoder: 'local:demo-lite0/1', coordsUnit: 'PX_LEVEL0', ...facts },
    ...{ path: join('c6-features', FILES[0]), coordsPath: join('c6-features', FILES[1]) },
  };
  await gateway.data(IMPORT, { input });
}

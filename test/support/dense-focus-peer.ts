import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataOf } from './ask-gateway.js';
import { C6_FACTS } from './c6.js';
import type { GatewayBench } from './gateway-process.js';
import { type Json } from './json.js';
import { DEMO_MODELS, DEMO_SLIDES, REFERENCE } from './open-test-gateway.js';
import { copyModel } from './own-models.js';
import type { PeerModel } from './peer-server.js';

const FEATURES = { name: 'features', datatype: 'FP32', shape: [-1, -1, 1280] };
const LOGIT = { name: 'logit', datatype: 'FP32', shape: [-1, 1] };
const ATTENTION = { name: 'attention', datatype: 'FP32', shape: [-1, -1] };
const VERSIONS = ['1', '2'];

/** Both versions of the demonstration's head, for a server of others: the very files that the registry ships. */
export const denseFocusModels: readonly PeerModel[] = VERSIONS.map((version) => ({
  name: 'demo-dense-focus',
  version,
  file: join(DEMO_MODELS, 'demo-dense-focus', version, 'model.onnx'),
  inputs: [FEATURES],
  outputs: version === '2' ? [LOGIT, ATTENTION] : [LOGIT],
}));

const ADD = 'mutation Add($input: AddSlideInput!) { addSlide(input: $input) { id } }';
const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';
const PREDICT = `query Predict($id: ID!, $model: ModelRef!, $region: RegionInput, $features: Digest) { slide(id: $id) {
  prediction(model: $model, region: $region, features: $features) { tileCount targets { call ... on BinaryCall { logit rawScore } }
    provenance { answerId isReused server { id reportedVersion } model { ref digest } } } } }`;

/** A model server of the gateway's configuration. */
export interface PlacedServer {
  readonly id: string;
  readonly url?: string;
  readonly grpc?: string;
  readonly transport?: 'binary' | 'grpc' | 'json';
  /** Set for one that takes no version numbers: the version that it holds. */
  readonly onlyVersion?: string;
}

/** A gateway with a slide and its features. The head runs on the embedded server, and on each of the others under the name `on-<id>`. */
export interface DenseFocusGateway {
  readonly url: string;
  readonly slide: string;
  /** On the features of the corner, whatever else was imported. @param region another question, which no stored answer holds */
  predict(model: string, region?: Json): Promise<Json>;
}

/**
 * Starts a gateway and imports the 22 reference features of the quiet corner.
 * @param roots further folders with feature files
 */
export async function startDenseFocus(
  bench: GatewayBench,
  servers: readonly PlacedServer[],
  roots: readonly string[] = [],
): Promise<DenseFocusGateway> {
  const folder = await bench.folder();
  const models = join(folder, 'models');
  await mkdir(models);
  for (const { id } of servers) await copyHead(models, id);
  const { url } = await bench.start({
    TESSERA_DATA_DIR: join(folder, 'data'),
    TESSERA_SLIDE_ROOTS: [DEMO_SLIDES, REFERENCE, ...roots].join(':'),
    TESSERA_MODEL_DIRS: [DEMO_MODELS, models].join(':'),
    TESSERA_CONFIG: await writeConfig(folder, servers),
  });
  const { slide, features } = await slideWithCorner(url);
  const predict = async (model: string, region?: Json): Promise<Json> =>
    (await dataOf(url, PREDICT, { id: slide, model, region, features })).slide.prediction;
  return { url, slide, predict };
}

/** Another owner's model with the same file: its card, its name, no calibration. */
async function copyHead(models: string, id: string): Promise<void> {
  for (const version of VERSIONS) {
    await copyModel(models, `demo-dense-focus/${version}`, (card) => {
      card['identity'] = { ...card['identity'], name: `on-${id}` };
    });
  }
}

async function writeConfig(folder: string, servers: readonly PlacedServer[]): Promise<string> {
  const modelServers = servers.map(({ onlyVersion, ...server }) => ({
    ...server,
    placements: denseFocusModels
      .filter(({ version }) => version === (onlyVersion ?? version))
      .map(({ name, version }) => ({
        model: `local-2:on-${server.id}/${version}`,
        as: { name, version: onlyVersion === undefined ? version : null },
      })),
  }));
  const file = join(folder, 'config.json');
  await writeFile(file, JSON.stringify({ modelServers }));
  return file;
}

async function slideWithCorner(url: string): Promise<{ readonly slide: string; readonly features: string }> {
  const { addSlide } = await dataOf(url, ADD, { input: { path: 'C6.tiff', ...C6_FACTS } });
  const path = join(REFERENCE, 'c6-features.trident.h5');
  const input = { slideId: addSlide.id, path, encoder: 'local:demo-lite0/1', mpp: 1 };
  const { importFeatures } = await dataOf(url, IMPORT, { input });
  return { slide: addSlide.id, features: importFeatures.digest };
}

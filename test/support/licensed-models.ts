import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyModel, type Edit, type OwnModels, rename, takes } from './own-models.js';

/**
 * The demonstration's models under other names and terms, as a second registry directory:
 * `gated-lite0/1`, an encoder whose terms each user must accept, and `inherits-focus/1` and `inherits-mean/1`, free models on its features;
 * `gated-focus/1`, a gated classifier of the demonstration encoder's features, and `gated-focus/2`, under the same terms with another title;
 * `lab-focus/1`, whose licence forbids commercial use.
 */
export async function createLicensedModels(): Promise<OwnModels> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-licensed-'));
  const encoder = await copyModel(path, 'demo-lite0/1', under('gated-lite0', GATED));
  await copyModel(path, 'demo-dense-focus/1', takes('inherits-focus', 'gated-lite0', encoder));
  await copyModel(path, 'demo-lite0-mean/1', takes('inherits-mean', 'gated-lite0', encoder));
  await copyModel(path, 'demo-dense-focus/1', under('gated-focus', GATED));
  await copyModel(path, 'demo-dense-focus/1', (card) => {
    under('gated-focus', GATED)(card);
    card['identity'].version = '2';
    card['identity'].title = 'The same terms, another version';
  });
  await copyModel(path, 'demo-dense-focus/1', under('lab-focus', NON_COMMERCIAL));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

const GATED = { spdxOrName: 'Terms of a hub', gated: true, url: 'https://hub.example/terms' };
const NON_COMMERCIAL = { spdxOrName: 'CC-BY-NC-ND-4.0', nonCommercial: true };

function under(name: string, terms: object): Edit {
  return (card) => {
    rename(name)(card);
    card['licence'] = { ...card['licence'], ...terms };
  };
}

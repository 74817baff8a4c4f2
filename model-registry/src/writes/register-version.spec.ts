import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadUserInput, RegistryUnavailable } from '#libs/errors';
import { openPackage } from '../packages/version-package.js';
import type { ModelRegistry } from '../registry.js';
import { ModelDirectory } from '../testing/model-directory.js';
import { encoderDigest, Registries } from '../testing/registries.js';
import { biomarkerCard, encoderCard, ensembleCard } from '../testing/sample-cards.js';
import type { ModelCard } from '../card/model-card.js';
import type { Copy } from './asked-registration.js';
import { planRegisterVersion } from './register-version.js';
import type { WritePlan } from './plan.js';

const registries = new Registries();
const PLACE = '5c6f2c34-5c0b-4a51-9d0e-4a3f2b1c0d9e';
const COPIED: Copy = { kind: 'COPIED', place: PLACE };
let models: ModelDirectory;
let handed: ModelDirectory;

beforeEach(async () => {
  [models, handed] = await Promise.all([ModelDirectory.create(), ModelDirectory.create()]);
  await models.add(encoderCard());
});
afterEach(async () => {
  await registries.closeAll();
  await Promise.all([models.remove(), handed.remove()]);
});

async function plan(registry: ModelRegistry, card: ModelCard, copy: Copy = COPIED): Promise<WritePlan> {
  await handed.add(card);
  const found = await openPackage(join(handed.path, card.identity.name, card.identity.version));
  return planRegisterVersion(registry, { source: 'local', package: found }, copy);
}

describe('the plan of a registration', () => {
  it('holds the card against the versions of its source', async () => {
    const registry = await registries.open([models.path]);
    const good = await plan(registry, biomarkerCard('1', encoderDigest));
    expect(good.notices).toEqual([]);
    const wrong = biomarkerCard('1', 'f'.repeat(64));
    await expect(plan(registry, wrong)).rejects.toMatchObject({
      code: 'CARD_INVALID',
      problems: [{ pointer: '/extractor/digest' }],
    });
    const members = plan(registry, ensembleCard(['1', '2'], encoderDigest));
    await expect(members).rejects.toMatchObject({
      problems: [{ pointer: '/identity/ensemble/members/0' }, { pointer: '/identity/ensemble/members/1' }],
    });
  });

  it('names the copy in the journal, and never one that was not made', async () => {
    const registry = await registries.open([models.path]);
    const card = biomarkerCard('1', encoderDigest);
    const write = (await plan(registry, card)).decide([]);
    expect(write).toMatchObject({
      kind: 'WRITE',
      content: { version: '1', document: { place: PLACE, card: { task: card.task } } },
    });
    const needless = await plan(registry, card, { kind: 'NEEDLESS' });
    expect(() => needless.decide([])).toThrow('has it no more');
  });

  it('says of a number that the directory had, and has no more, that it is taken', async () => {
    await models.add(biomarkerCard('1', encoderDigest));
    const registry = await registries.open([models.path]);
    await models.delete('sample-focus');
    await registry.reload(new AbortController().signal);
    const card = biomarkerCard('1', encoderDigest);
    expect((await plan(registry, card)).decide([])).toMatchObject({ kind: 'WRITE' });
    const other = { ...card, identity: { ...card.identity, title: 'Another' } };
    const refused = await plan(registry, other);
    expect(() => refused.decide([])).toThrow('a released version never changes');
  });

  it('is refused while the source cannot be read, and for a source that is not there', async () => {
    const registry = await registries.open([join(models.path, 'gone')]);
    await expect(plan(registry, biomarkerCard())).rejects.toBeInstanceOf(RegistryUnavailable);
    await expect(plan(await registries.open([]), biomarkerCard())).rejects.toBeInstanceOf(BadUserInput);
  });
});

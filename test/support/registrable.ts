import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cardDigest, parseModelCard } from '#model-registry';
import { DEMO_MODELS } from './open-test-gateway.js';
import { type Json } from './json.js';

/** The name under which copies of a demonstration model are registered. */
export const NAME = 'site-focus';

/** A directory that may be registered. */
export interface Registrable {
  readonly path: string;
  /** Of its card. */
  readonly digest: string;
}

/**
 * Writes a directory that holds `site-focus/<version>`: demo-dense-focus/2 under another name, with its calibration record.
 * @param edit changes the card before it is written
 */
export async function makeRegistrable(
  folder: string,
  version: string,
  edit: (card: Json) => void = () => {},
): Promise<Registrable> {
  const from = join(DEMO_MODELS, 'demo-dense-focus/2');
  const card = JSON.parse(await readFile(join(from, 'model-card.json'), 'utf8'));
  card.identity = { ...card.identity, name: NAME, version, parent: null };
  edit(card);
  await mkdir(join(folder, 'calibrations'), { recursive: true });
  for (const { path } of card.artifacts) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await cp(join(from, path), join(folder, path)).catch(() => undefined);
  }
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(card));
  const shipped = 'calibrations/demo-dense-focus-2-platt-resection.json';
  const record = JSON.parse(await readFile(join(from, shipped), 'utf8'));
  await writeFile(join(folder, shipped), JSON.stringify({ ...record, model: NAME, version }));
  return { path: folder, digest: digestOf(card) };
}

/** Adds a file of so many zeros to a card and its folder: for copies that take a moment. The file has no bytes on the disk, its copy has. */
export async function addWeight(folder: string, card: Json, sizeBytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'weight.bin'), '');
  await truncate(join(folder, 'weight.bin'), sizeBytes);
  const hash = createHash('sha256');
  const zeros = Buffer.alloc(1_000_000);
  for (let left = sizeBytes; left > 0; left -= zeros.byteLength) hash.update(zeros.subarray(0, left));
  const sha256 = hash.digest('hex');
  card.artifacts = [...card.artifacts, { path: 'weight.bin', sha256, sizeBytes, role: 'OTHER' }];
}

function digestOf(card: Json): string {
  try {
    return cardDigest(parseModelCard(card));
  } catch {
    return '';
  }
}

import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardDigest, parseModelCard, type ModelCard } from '#model-registry';
import { DEMO_MODELS } from './open-test-gateway.js';
import { type Json } from './json.js';

/** A second registry directory, made of the demonstration cards with other names. It is the source `local-2` when it stands second. */
export interface OwnModels {
  readonly path: string;
  remove(): Promise<void>;
}

/** A change to a card before it is written. */
export type Edit = (card: Record<string, Json>) => void;

/**
 * Models of an owner beside the demonstration's:
 * `other-lite0/1`, an encoder of equal shape; `other-focus/1`, which takes its features;
 * `half-lite0/1`, an encoder at 0.5 um per pixel, and `half-focus/1`, which takes its features;
 * `broken-focus/1`, whose model file is no ONNX though its digest is right;
 * `demo-dense-focus/1`, which has the name of a demonstration model and another encoder.
 */
export async function createOwnModels(): Promise<OwnModels> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-models-'));
  const other = await copyModel(path, 'demo-lite0/1', rename('other-lite0'));
  const half = await copyModel(path, 'demo-lite0/1', (card) => {
    rename('half-lite0')(card);
    card['input'].tiling.mpp = 0.5;
    card['input'].tiling.strideUm = 56;
  });
  await copyModel(path, 'demo-dense-focus/1', takes('other-focus', 'other-lite0', other));
  await copyModel(path, 'demo-dense-focus/1', (card) => {
    takes('half-focus', 'half-lite0', half)(card);
    card['extractor'].mpp = 0.5;
  });
  await copyModel(path, 'demo-dense-focus/2', takes('demo-dense-focus', 'demo-lite0', null));
  await breakModel(path);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Another name, version 1. */
export function rename(name: string): Edit {
  return (card) => void (card['identity'] = { ...card['identity'], name, version: '1' });
}

/** Another name, and another encoder; `digest` is null where the encoder's stays. */
export function takes(name: string, encoder: string, digest: string | null): Edit {
  return (card) => {
    rename(name)(card);
    card['extractor'].model = encoder;
    if (digest !== null) card['extractor'].digest = digest;
  };
}

/** Copies a version without its calibrations, which belong to another name. @returns the digest of the new card */
export async function copyModel(path: string, from: string, edit: Edit): Promise<string> {
  const source = join(DEMO_MODELS, from);
  const json = JSON.parse(await readFile(join(source, 'model-card.json'), 'utf8'));
  edit(json);
  const card: ModelCard = parseModelCard(json);
  const folder = join(path, card.identity.name, card.identity.version);
  await mkdir(folder, { recursive: true });
  for (const artifact of card.artifacts) await cp(join(source, artifact.path), join(folder, artifact.path));
  await writeFile(join(folder, 'model-card.json'), JSON.stringify(json));
  return cardDigest(card);
}

async function breakModel(path: string): Promise<void> {
  const bytes = Buffer.from('this is no model');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await copyModel(path, 'demo-dense-focus/1', (card) => {
    rename('broken-focus')(card);
    const others = card['artifacts'].filter(({ role }: { role: string }) => role !== 'MODEL');
    card['artifacts'] = [...others, { path: 'model.onnx', sha256, sizeBytes: bytes.length, role: 'MODEL' }];
  });
  await writeFile(join(path, 'broken-focus/1/model.onnx'), bytes);
}

import { mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CalibrationRecord } from '../card/calibration-record.js';
import type { ModelCard } from '../card/model-card.js';
import { MODEL_BYTES } from './sample-cards.js';

/** A registry directory of its own for one test, written the way an operator would. */
export class ModelDirectory {
  private constructor(readonly path: string) {}

  static async create(): Promise<ModelDirectory> {
    return new ModelDirectory(await realpath(await mkdtemp(join(tmpdir(), 'tessera-registry-'))));
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  /** Writes a version: its card, its model file and its records. */
  async add(card: ModelCard, records: readonly CalibrationRecord[] = []): Promise<void> {
    const { name, version } = card.identity;
    for (const artifact of card.artifacts) await this.write(`${name}/${version}/${artifact.path}`, MODEL_BYTES);
    for (const record of records) await this.write(`${name}/${version}/calibrations/${record.id}.json`, record);
    await this.write(`${name}/${version}/model-card.json`, card);
  }

  /** Writes a file; an object as JSON. */
  async write(path: string, content: unknown): Promise<void> {
    const target = join(this.path, path);
    await mkdir(dirname(target), { recursive: true });
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(target, isRaw ? content : JSON.stringify(content, null, 2));
  }

  /** Makes a file look as if it had been written long ago. */
  async settle(path: string): Promise<void> {
    await utimes(join(this.path, path), 1_700_000_000, 1_700_000_000);
  }

  async delete(path: string): Promise<void> {
    await rm(join(this.path, path), { recursive: true });
  }
}

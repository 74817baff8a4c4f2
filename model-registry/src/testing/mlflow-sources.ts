import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MlflowClient } from '#libs/mlflow-client';
import { FakeMlflow, publishedVersion } from '#test/fake-mlflow';
import { ModelRegistry } from '../registry.js';
import { MlflowSource } from '../sources/mlflow/mlflow.source.js';
import { encoderDigest } from './registries.js';
import { biomarkerCard, calibrationRecord, encoderCard, MODEL_BYTES } from './sample-cards.js';

/** The files of every sample version beside its documents. */
export const files = { 'model.onnx': MODEL_BYTES };
export const record = calibrationRecord();
export const encoder = publishedVersion(encoderCard(), { files });
export const focus = publishedVersion(biomarkerCard('1', encoderDigest), { records: [record], files });

/** A fake server, sources that read it with one cache, and registries over them, for one test. */
export class MlflowSources {
  private readonly clients: MlflowClient[] = [];
  private readonly registries: ModelRegistry[] = [];

  private constructor(
    readonly server: FakeMlflow,
    readonly cacheDir: string,
  ) {}

  static async create(): Promise<MlflowSources> {
    return new MlflowSources(await FakeMlflow.start(), await mkdtemp(join(tmpdir(), 'tessera-mlflow-cache-')));
  }

  source(id: string, server: FakeMlflow = this.server): MlflowSource {
    const client = new MlflowClient({ url: server.url, timeoutMs: 300 });
    this.clients.push(client);
    return new MlflowSource({ id, client, cacheDir: this.cacheDir, pollMs: 0 });
  }

  /** Opens a registry; every source has been read when it comes back. */
  async open(...sources: readonly MlflowSource[]): Promise<ModelRegistry> {
    const { signal } = new AbortController();
    const registry = await ModelRegistry.open({ sources }, signal);
    this.registries.push(registry);
    await registry.reload(signal);
    return registry;
  }

  async remove(): Promise<void> {
    await Promise.all(this.registries.map((registry) => registry.close()));
    for (const client of this.clients) client.close();
    await this.server.stop();
    await rm(this.cacheDir, { recursive: true });
  }
}

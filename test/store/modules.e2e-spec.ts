import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { expect, it } from 'vitest';
import { AnswerStore, AnswerStoreModule } from '#gateway/answer-store';
import { BlobStore, BlobStoreModule, FileBlobStore } from '#gateway/blob-store';
import { FeatureStore, FeatureStoreModule } from '#gateway/feature-store';
import { JobQueue, JobRunner, JobsModule } from '#gateway/jobs';
import { SlideCatalog, SlideCatalogModule } from '#gateway/slide-catalog';

@Module({})
class StoreModule {}

it('wires each room from the tokens DataSource and BlobStore, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-modules-'));
  const dataSource = new DataSource({ type: 'postgres', entities: [] });
  const provide = { provide: DataSource, useValue: dataSource };
  const store: DynamicModule = { module: StoreModule, providers: [provide], exports: [DataSource] };
  const blobs = BlobStoreModule.of(await FileBlobStore.open(folder));
  const rooms = [SlideCatalogModule.over(store), AnswerStoreModule.over(store), JobsModule.over(store)];
  const imports = [...rooms, FeatureStoreModule.over(store, blobs), blobs];
  const app = await Test.createTestingModule({ imports }).compile();
  for (const token of [SlideCatalog, AnswerStore, FeatureStore, JobQueue, JobRunner]) {
    expect(app.get(token)).toBeInstanceOf(token);
  }
  expect(app.get(BlobStore)).toBeInstanceOf(FileBlobStore);
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

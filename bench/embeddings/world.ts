import { BlobStore } from '#gateway/blob-store';
import { EmbeddingCatalog, type EmbeddingGeneration } from '#gateway/embeddings';
import { ModelRegistry } from '#model-registry';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import type { StoreKind } from '#test/stores';

const MODEL = 'demo-lite0-mean';

/** A gateway whose stores are written by hand: ten thousand slides need no files to be searched and sent. */
export async function openVectorsGateway(kind: StoreKind): Promise<TestGateway> {
  return openTestGateway(kind, { modelServers: [{ id: 'none', url: 'http://127.0.0.1:9', placements: [] }] });
}

/** A generation of vectors that were made elsewhere, written but not served yet. */
export async function packGeneration(
  { gateway }: TestGateway,
  vectors: Float32Array,
  dimension: number,
  rowsASource: number,
): Promise<EmbeddingGeneration> {
  const get = gateway.app.get.bind(gateway.app);
  const blobs = get(BlobStore, { strict: false });
  const catalog = get(EmbeddingCatalog, { strict: false });
  const version = get(ModelRegistry, { strict: false }).snapshot().find('local', MODEL, '1');
  if (!version) throw new Error('the demonstration models are expected to be registered');
  const vectorCount = vectors.length / dimension;
  const index = await catalog.open('default', `bench-${vectorCount}-${dimension}`, version.ref, 'bench');
  const pinned = { modelRef: version.ref, modelDigest: version.digest, spaceId: 'f'.repeat(64), recipe: {} };
  const begun = await catalog.begin(index, { ...pinned, cohortRevision: 1, level: 'SLIDE', dimension });
  const matrix = await blobs.put(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
  const lines: string[] = [];
  for (let row = 0; row < vectorCount; row += rowsASource) {
    const count = Math.min(rowsASource, vectorCount - row);
    const source = { item: `i${row}`, patient: null, slideIds: [`s${row}`], region: null, from: [], row, count };
    lines.push(`${JSON.stringify(source)}\n`);
  }
  const rows = await blobs.put(Buffer.from(lines.join('')));
  return { ...begun, vectorCount, matrixBlob: matrix.digest, rowsBlob: rows.digest };
}

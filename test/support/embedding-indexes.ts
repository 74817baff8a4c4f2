import { setTimeout as sleep } from 'node:timers/promises';
import { type Json } from './json.js';
import { type TestGateway } from './open-test-gateway.js';

/** What an index says of itself in the tests. */
export const GENERATION = `id version versionDigest spaceId level dimension datatype l2Normalised recipe cohortRevision vectorCount missing { code count } search recall { efSearch recallAt10 } createdAt readyAt`;
export const INDEX = `id cohort model serving { ${GENERATION} } building { ${GENERATION} }`;

/** What neighbours are asked for in the tests. */
export const FOUND = `{ spaceId version cohort cohortRevision isCurrent searched method
  neighbours { rank similarity row item patient slideId slide { id } region { x } tile { x y edgePx } } }`;

/** Asks for an index; gives the job's id. */
export async function indexEmbeddings(gateway: TestGateway, input: object, key?: string): Promise<string> {
  const mutation = 'mutation Index($input: IndexEmbeddingsInput!) { indexEmbeddings(input: $input) { id kind } }';
  return (await gateway.data(mutation, { input }, key)).indexEmbeddings.id;
}

/** Follows the making of an index to its end. */
export async function indexed(gateway: TestGateway, input: object, key?: string): Promise<Json> {
  const id = await indexEmbeddings(gateway, input, key);
  const query = `query Job($id: ID!) { job(id: $id) { state stage done total error { code message } embeddingIndex { ${INDEX} } } }`;
  for (;;) {
    const { job } = await gateway.data(query, { id }, key);
    if (['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(job.state)) return job;
    await sleep(100);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type TestGateway } from './open-test-gateway.js';
import { type Json } from './json.js';

/** What a cohort says of itself in the tests. */
export const COHORT_FIELDS = `id revision name description source licence unit digest itemCount slideCount patientCount createdBy
  labels { name count isNumeric values { value count } }`;

const CREATE = `mutation Create($input: CreateCohortInput!) { createCohort(input: $input) { ${COHORT_FIELDS} } }`;

/** States a cohort. @throws Error with the first error's code */
export async function createCohort(gateway: TestGateway, input: object, key?: string): Promise<Json> {
  return (await gateway.data(CREATE, { input }, key)).createCohort;
}

/** The refusal of a cohort: its message and its extensions. */
export async function refusedCohort(gateway: TestGateway, input: object, key?: string): Promise<Json> {
  const { errors, text } = await gateway.ask(CREATE, { input }, key);
  expect(errors, text).toHaveLength(1);
  return { message: errors[0]?.message, ...errors[0]?.extensions };
}

/** All items of a cohort, page by page. */
export async function itemsOf(gateway: TestGateway, id: string, first: number, key?: string): Promise<readonly Json[]> {
  const items: Json[] = [];
  for (let after: string | null = null, more = true; more;) {
    const query = `query Items($id: ID!, $first: Int!, $after: String) { cohort(id: $id) { items(first: $first, after: $after) {
      nodes { key position patient time event inTraining heldOutFold labels { name value }
        members { slideId region { x y width height } specimen scanner site } }
      pageInfo { hasNextPage endCursor } totalCount } } }`;
    const { cohort }: Json = await gateway.data(query, { id, first, after }, key);
    items.push(...cohort.items.nodes);
    ({ endCursor: after, hasNextPage: more } = cohort.items.pageInfo);
  }
  return items;
}

/** Starts a prediction over a cohort; gives the job's id. */
export async function predictCohort(gateway: TestGateway, input: object, key?: string): Promise<string> {
  const mutation = 'mutation Predict($input: PredictCohortInput!) { predictCohort(input: $input) { id } }';
  return (await gateway.data(mutation, { input }, key)).predictCohort.id;
}

const JOB = `query Job($id: ID!) { job(id: $id) { kind state stage done total error { code message }
  cohortPrediction { cohort revision models { ref digest answered reused failures { code count } } } } }`;

/** Asks for a prediction's job until it has ended. @returns every look at it, the last one at its end */
export async function followPrediction(gateway: TestGateway, id: string, key?: string): Promise<readonly Json[]> {
  const looks: Json[] = [];
  for (;;) {
    const { job } = await gateway.data(JOB, { id }, key);
    looks.push(job);
    if (['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(job.state)) return looks;
    await sleep(100);
  }
}

/** What a version says about all items of a cohort, page by page. */
export async function predictionsOf(
  gateway: TestGateway,
  cohort: string,
  model: string,
  first: number,
  key?: string,
): Promise<readonly Json[]> {
  const query = `query Predictions($cohort: ID!, $model: ModelRef!, $first: Int!, $after: String) { cohort(id: $cohort) {
    predictions(model: $model, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { item { key position } state members { state answerId member { slideId } error { code message retryable }
        prediction { targets { call ... on BinaryCall { logit probability } } } } } } } }`;
  const nodes: Json[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { predictions }: Json = (await gateway.data(query, { cohort, model, first, after }, key)).cohort;
    nodes.push(...predictions.nodes);
    ({ endCursor: after, hasNextPage: more } = predictions.pageInfo);
  }
  return nodes;
}

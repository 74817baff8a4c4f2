import type { GraphQLFault } from './open-test-gateway.js';
import { type Json } from './json.js';

/** An answer to a GraphQL request, as it came. */
export interface AskedGateway {
  readonly status: number;
  readonly data: Json;
  readonly errors: readonly GraphQLFault[];
}

/** Asks a gateway by plain HTTP: what a typed client would not let through can be sent too. */
export async function askGateway(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<AskedGateway> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(60_000),
  });
  const { data, errors = [] } = JSON.parse(await answer.text());
  return { status: answer.status, data, errors };
}

/** As `askGateway`, and the data. @throws Error with the first error's code */
export async function dataOf(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Json> {
  const { data, errors } = await askGateway(url, query, variables);
  if (errors.length > 0) throw new Error(`${errors[0]?.extensions['code']}: ${errors[0]?.message}`);
  return data;
}

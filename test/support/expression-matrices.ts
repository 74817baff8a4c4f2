import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { GENE_FIXTURES } from './gene-lists.js';
import type { Json } from './json.js';
import type { TestGateway } from './open-test-gateway.js';

export const SCORING_FIXTURES = join(GENE_FIXTURES, 'pathway-scoring');

export const ADD_MATRIX = `mutation Add($input: AddExpressionMatrixInput!) { addExpressionMatrix(input: $input) { id } }`;
export const SCORE_MATRIX = `mutation Score($input: ScoreExpressionMatrixInput!) { scoreExpressionMatrix(input: $input) { id } }`;
const JOB = `query Job($id: ID!) { job(id: $id) { kind state stage done total error { code message facts }
  expressionMatrix { id digest name unit transform geneCount sampleCount href }
  pathwayScores { digest setCount passedOverCount sampleCount geneCount constantGenes tsv: href npy: href(format: NPY) parquet: href(format: PARQUET) } } }`;

export const P53_FACTS = {
  id: 'p53',
  name: 'P53 cell lines',
  version: '1',
  namespace: 'HGNC_AND_CLONES',
  source: 'ssGSEA-gpmodule',
  licence: 'BSD-3-Clause',
  unit: 'intensity',
  transform: 'NONE',
};

/** The matrix that GSVA and the GenePattern module scored, as a table. */
export async function p53Table(): Promise<Buffer> {
  return gunzipSync(await readFile(join(SCORING_FIXTURES, 'p53_expr.tsv.gz')));
}

/** What a job came to. */
export async function ended(gateway: TestGateway, id: string, key?: string): Promise<Json> {
  for (;;) {
    const { job } = await gateway.data(JOB, { id }, key);
    if (!['QUEUED', 'RUNNING'].includes(job.state)) return job;
    await sleep(50);
  }
}

/** Sends bytes to the gateway. */
export async function upload(
  gateway: TestGateway,
  bytes: Uint8Array,
  key: string,
  contentType = 'application/octet-stream',
) {
  const headers = { authorization: `Bearer ${key}-key`, 'content-type': contentType };
  const { statusCode, body } = await request(`${gateway.gateway.url}/uploads`, {
    method: 'POST',
    headers,
    body: bytes,
  });
  return { status: statusCode, json: (await body.json()) as Json };
}

/** Names of rows and columns, and the numbers, of a tab-separated table. */
export function readTable(text: string) {
  const [heading = '', ...lines] = text.trimEnd().split('\n');
  const rows = new Map(lines.map((line) => [line.split('\t')[0] ?? '', line.split('\t').slice(1).map(Number)]));
  return { columns: heading.split('\t').slice(1), rows };
}

/** The largest difference from what another program published, set by set, up to the sign of a set where signs mean nothing. */
export async function differenceFrom(published: string, text: string, isUpToSign = false): Promise<number> {
  const expected = readTable(await readFile(join(SCORING_FIXTURES, `p53.hallmark.${published}.expected.tsv`), 'utf8'));
  const found = readTable(text);
  if (expected.columns.join() !== found.columns.join() || expected.rows.size !== 25) throw new Error('another table');
  const differences = [...expected.rows].flatMap(([name, wanted]) => {
    const row = found.rows.get(name) ?? [];
    const sign = isUpToSign ? Math.sign((wanted[0] ?? 0) * (row[0] ?? 0)) : 1;
    const scale = Math.max(1, ...wanted.map(Math.abs));
    return wanted.map((value, at) => Math.abs(value - sign * (row[at] ?? NaN)) / scale);
  });
  return differences.every(Number.isFinite) ? Math.max(...differences) : NaN;
}

import {
  execute,
  GraphQLFloat,
  GraphQLList,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  parse,
} from 'graphql';
import { exactFloatsJson, roundedFloatsJson } from '#libs/number-text';
import { JsonText, writeAnswer } from '#gateway/graphql';
import { medianInterval, type MedianInterval } from '../support/statistics.js';

const DECIMALS = 4;
const WARM_UP = 20;
const QUERIES = {
  exact: '{ exact }',
  rounded: '{ rounded }',
  base64: '{ base64 }',
  kept: '{ kept }',
  list: '{ list }',
};
const WAYS = ['JSON.stringify', ...Object.keys(QUERIES)];

/** Times of one way of writing a vector, and its ratio to JSON.stringify round by round. */
export interface WrittenWay {
  readonly name: string;
  readonly bytes: number;
  readonly medianMs: number;
  readonly ratio: MedianInterval;
}

/**
 * Ways to write the vector, GraphQL's execution among what is timed, against `JSON.stringify(Array.from(values))` alone.
 * @throws Error where an answer does not hold the values
 */
export async function measureWriters(values: Float32Array, rounds: number): Promise<readonly WrittenWay[]> {
  const schema = schemaOf(values);
  const works = new Map<string, () => Promise<Buffer>>([
    ['JSON.stringify', () => Promise.resolve(Buffer.from(JSON.stringify(Array.from(values))))],
    ...Object.entries(QUERIES).map(([name, query]) => {
      const document = parse(query);
      return [
        name,
        async () => Buffer.from(writeAnswer({ data: (await execute({ schema, document })).data ?? null })),
      ] as const;
    }),
  ]);
  await checkAnswers(works, values);
  const times = new Map(WAYS.map((name) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    for (const [name, work] of works) {
      const startedAt = performance.now();
      await work();
      if (round >= WARM_UP) times.get(name)?.push(performance.now() - startedAt);
    }
  }
  const base = times.get('JSON.stringify') ?? [];
  return Promise.all(
    [...works].map(async ([name, work]) => {
      const own = times.get(name) ?? [];
      const ratio = medianInterval(own.map((ms, round) => ms / (base[round] ?? NaN)));
      return { name, bytes: (await work()).byteLength, medianMs: medianInterval(own).median, ratio };
    }),
  );
}

function schemaOf(values: Float32Array): GraphQLSchema {
  const scalar = new GraphQLScalarType({ name: 'NumericValues', serialize: (value) => value });
  const kept = new JsonText(exactFloatsJson(values));
  const base64 = (): JsonText =>
    new JsonText(`"${Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')}"`);
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        exact: { type: scalar, resolve: () => new JsonText(exactFloatsJson(values)) },
        rounded: { type: scalar, resolve: () => new JsonText(roundedFloatsJson(values, DECIMALS)) },
        base64: { type: scalar, resolve: base64 },
        kept: { type: scalar, resolve: () => kept },
        list: { type: new GraphQLList(GraphQLFloat), resolve: () => Array.from(values) },
      },
    }),
  });
}

async function checkAnswers(works: ReadonlyMap<string, () => Promise<Buffer>>, values: Float32Array): Promise<void> {
  const wanted = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  for (const name of ['exact', 'kept']) {
    const { data } = JSON.parse(String(await works.get(name)?.()));
    const found = Float32Array.from(data[name]);
    if (!wanted.equals(Buffer.from(found.buffer))) throw new Error(`${name} does not read back as the same float32`);
  }
  const { data } = JSON.parse(String(await works.get('rounded')?.()));
  if (!values.every((value, at) => data.rounded[at] === Number(value.toFixed(DECIMALS)) + 0))
    throw new Error('rounded is not what toFixed says');
}

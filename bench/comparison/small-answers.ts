import { join } from 'node:path';
import DataLoader from 'dataloader';
import { buildSchema, execute, type GraphQLSchema, isObjectType, isUnionType, parse } from 'graphql';
import { openDatabase } from '#libs/database';
import { localSources, ModelRegistry } from '#model-registry';
import { migrations } from '#migrations';
import { Answer, AnswerStore } from '#gateway/answer-store';
import { FileBlobStore } from '#gateway/blob-store';
import { FeatureBag, FeatureStore } from '#gateway/feature-store';
import { OperationNotes, readSchema, type RequestContext, writeAnswer } from '#gateway/graphql';
import { LicenceAcceptance, LicenceAcceptances, LicenceGate } from '#gateway/licences';
import { AnswerScopes, AnswerStamp, DomainReferences, InferencePipeline, ModelCalls } from '#gateway/pipeline';
import { SlidePredictionFieldResolver } from '#gateway/queries/slide-prediction';
import { Slide, SlideCatalog } from '#gateway/slide-catalog';
import { medianInterval, type MedianInterval } from '../support/statistics.js';

const WARM_UP = 5;
const ROUNDS = 15;
const DEADLINE_MS = 600_000;
const SMALL = `{ targets { ... on BinaryCall { call probability } } }`;
/** The least schema of the same answer. */
const LEAST = `type Query { slides(ids: [ID!]!): [Slide!]! } type Slide { id: ID! prediction(model: String!): SlidePrediction! }
type SlidePrediction { targets: [TargetPrediction!]! } union TargetPrediction = BinaryCall type BinaryCall { call: String! probability: Float }`;

/** Processor time of both ways for each slide and version, and its ratio round by round. */
export interface SmallAnswers {
  readonly cells: number;
  readonly gateway: MedianInterval;
  readonly baseline: MedianInterval;
  readonly ratio: MedianInterval;
}

/** A small prediction of every slide under every version, from stored answers, in this process. @param dataDir of a gateway that has answered all of them, and ended */
export async function measureSmallAnswers(
  { dataDir, models }: { readonly dataDir: string; readonly models: readonly string[] },
  ids: readonly string[],
  versions: readonly string[],
): Promise<SmallAnswers> {
  const entities = [Slide, FeatureBag, Answer, LicenceAcceptance];
  const store = await openDatabase({ kind: 'embedded', dataDir, entities, migrations, log: () => undefined });
  const report = (): void => undefined;
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const registry = await ModelRegistry.open({ sources: localSources(models), report }, signal);
  try {
    const blobs = await FileBlobStore.open(join(dataDir, 'blobs'), { isExclusive: true });
    const { dataSource } = store;
    const [slides, answers] = [new SlideCatalog(dataSource, true), new AnswerStore(dataSource)];
    const features = new FeatureStore(dataSource, blobs, { isAlone: true });
    const policy = { allowNonCommercial: true, allowGated: true };
    const licences = new LicenceGate(policy, new LicenceAcceptances(dataSource));
    const scopes = new AnswerScopes(registry, { slides, features, answers, blobs, licences });
    // Everything is stored: whoever were to ask a model server would find none.
    const nobody: ModelCalls = Object.create(ModelCalls.prototype);
    const pipeline = new InferencePipeline(features, nobody, new DomainReferences(), new AnswerStamp(answers, blobs));
    const schema = gatewaySchema(new SlidePredictionFieldResolver(pipeline, scopes), scopes);
    const document = parse(queryOf(versions));
    const gateway = async (): Promise<string> =>
      written(await execute({ schema, document, variableValues: { ids }, contextValue: contextOf(signal) }));
    return await alternate(gateway, baselineOf(await gateway(), ids, versions), ids.length * versions.length);
  } finally {
    await registry.close();
    await store.close();
  }
}

function queryOf(versions: readonly string[]): string {
  const aliases = versions.map((model, at) => `v${at}: prediction(model: "${model}") ${SMALL}`);
  return `query Small($ids: [ID!]!) { slides(ids: $ids) { id ${aliases.join(' ')} } }`;
}

/** The gateway's own schema and resolvers; what stands before execution (HTTP, limits) and after (audit) is no part of what is measured. */
function gatewaySchema(resolver: SlidePredictionFieldResolver, scopes: AnswerScopes): GraphQLSchema {
  const schema = buildSchema(readSchema().join('\n'));
  const { prediction } = fieldsOf(schema, 'Slide');
  const { slides } = fieldsOf(schema, 'Query');
  if (!prediction || !slides) throw new Error('the schema was expected to have slides with predictions');
  slides.resolve = (_, { ids }: { ids: readonly string[] }, context: RequestContext) =>
    Promise.all(ids.map((id) => scopes.of(context).slide(id)));
  prediction.resolve = (slide, args, context) => resolver.prediction(slide, args, context);
  return schema;
}

function fieldsOf(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getFields() : {};
}

function contextOf(signal: AbortSignal): RequestContext {
  return {
    requestId: 'bench',
    caller: { id: 'local', tenant: 'default', roles: new Set(['ADMINISTRATOR']) },
    signal,
    deadlineAt: Date.now() + DEADLINE_MS,
    expired: new Promise<never>(() => {}),
    audit: new OperationNotes(),
    outcome: { kind: 'query', code: 'OK' },
  };
}

interface Small {
  readonly targets: readonly { readonly call: string; readonly probability: number | null }[];
}

/** graphql-js 16 and DataLoader over a map of the same answers, which it hands out in one batch: nothing is looked up, checked, called or stamped. */
function baselineOf(text: string, ids: readonly string[], versions: readonly string[]): () => Promise<string> {
  const answered: { readonly data: { readonly slides: readonly Readonly<Record<string, Small>>[] } } = JSON.parse(text);
  const known = new Map<string, Small>();
  for (const [at, slide] of answered.data.slides.entries())
    for (const [alias, model] of versions.entries()) {
      const small = slide[`v${alias}`];
      if (small) known.set(`${ids[at] ?? ''} ${model}`, small);
    }
  const schema = buildSchema(LEAST);
  const { prediction } = fieldsOf(schema, 'Slide');
  const { slides } = fieldsOf(schema, 'Query');
  const target = schema.getType('TargetPrediction');
  if (!prediction || !slides || !isUnionType(target)) throw new Error('the least schema has lost a part');
  target.resolveType = () => 'BinaryCall';
  slides.resolve = (_, args: { ids: readonly string[] }) => args.ids.map((id) => ({ id }));
  prediction.resolve = (slide: { id: string }, { model }: { model: string }, loader: DataLoader<string, unknown>) =>
    loader.load(`${slide.id} ${model}`);
  const document = parse(queryOf(versions));
  return async () => {
    const contextValue = new DataLoader<string, unknown>((keys) =>
      Promise.resolve(keys.map((key) => known.get(key) ?? new Error('an answer was expected'))),
    );
    return written(await execute({ schema, document, variableValues: { ids }, contextValue }));
  };
}

function written(result: Awaited<ReturnType<typeof execute>>): string {
  if (result.errors) throw new Error(`an answer was refused: ${result.errors[0]?.message ?? ''}`);
  return writeAnswer({ data: result.data ?? null });
}

async function alternate(
  gateway: () => Promise<string>,
  baseline: () => Promise<string>,
  cells: number,
): Promise<SmallAnswers> {
  const [own, least]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [first, second] = [await cpuOf(gateway), await cpuOf(baseline)];
    if (first.text !== second.text) throw new Error('the two ways give other answers');
    if (round < WARM_UP) continue;
    own.push(first.ms / cells);
    least.push(second.ms / cells);
  }
  const ratio = medianInterval(own.map((ms, round) => ms / (least[round] ?? NaN)));
  return { cells, gateway: medianInterval(own), baseline: medianInterval(least), ratio };
}

async function cpuOf(work: () => Promise<string>): Promise<{ readonly text: string; readonly ms: number }> {
  const before = process.cpuUsage();
  const text = await work();
  const { user, system } = process.cpuUsage(before);
  return { text, ms: (user + system) / 1_000 };
}

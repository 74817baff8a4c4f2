import { once } from 'node:events';
import { ModelBadResponse } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { type DomainMeasure } from '#gateway/targets';
import { type AnswerScope } from './answer-scope.js';
import { type DomainReferences } from './domain-references.js';
import { type LoadedFeatures } from './load-features.js';
import { type ModelCall, type ModelCalls } from './model-calls.js';
import { INLINE_LIMIT, INLINE_SCORES_LIMIT, type RawAnswer } from './raw-answer.js';
import { exactNumbersOf, servedArrayOf, type ServedArray, singlesOf } from './served-array.js';
import { type Task } from './task.js';

/** Time after a model's answer, to decode, store and send it. It also tells the two apart: MODEL_TIMEOUT comes before DEADLINE_EXCEEDED. */
const AFTERWARDS_MS = 25;

interface Asked {
  readonly task: Task<unknown>;
  readonly version: ModelVersion;
  readonly features: LoadedFeatures;
  readonly calls: ModelCalls;
  readonly answerId: string;
}

/** Step 5. Tensors to tensors. Identical questions that are asked at one time meet in one call; an identical earlier one is not asked again. */
export async function infer(asked: Asked, references: DomainReferences, scope: AnswerScope): Promise<RawAnswer> {
  const { version, features, answerId } = asked;
  return scope.once(answerId, async () => {
    const stored = await scope.storedAnswer(answerId);
    if (stored) return stored;
    return scope.inLane(version, async () => {
      // Here and not before: measured all at once, hundreds of slides would hold the event loop for a tenth of a second.
      const domain = await references.measure(version, features.mean);
      return ask(asked, domain, scope);
    });
  });
}

async function ask(
  { task, version, features, calls, answerId }: Asked,
  domain: DomainMeasure | null,
  scope: AnswerScope,
): Promise<RawAnswer> {
  const inputs = await task.toTensors(features, await features.features(), version.card, scope.signal);
  const outputs = task.expect(version.card, features.tileCount);
  const timeoutMs = await timeForModel(scope);
  // Another operation may have stored it meanwhile. Between this look and the call nothing else happens.
  const kept = scope.keptAnswer(answerId);
  if (kept) return kept;
  const limits = { signal: scope.signal, timeoutMs };
  const { outcome, letGo } = await calls.ask({ kind: task.kind, version, features }, { inputs, outputs }, limits);
  const { answer, computedAt, inferMs } = outcome;
  const scores = new Set(version.card.output.targets.map(({ tensor }) => tensor));
  return {
    ...rawOutputsOf(answer, scores),
    members: [],
    id: answerId,
    domain,
    computedAt,
    isReused: false,
    inferMs,
    letGo,
  };
}

function rawOutputsOf({ outputs, serverId, reportedVersion }: ModelCall['answer'], scores: ReadonlySet<string>) {
  const arrays = new Map([...outputs].map(([name, tensor]) => [name, servedArrayOf(tensor)]));
  const served = (name: string): Promise<ServedArray> => {
    const array = arrays.get(name);
    return array ? Promise.resolve(array) : Promise.reject(new Error(`the answer has no output ${name}`));
  };
  return {
    shapes: new Map([...outputs].map(([name, { shape }]) => [name, shape])),
    datatypes: new Map([...arrays].map(([name, { datatype }]) => [name, datatype])),
    values: new Map(
      [...arrays]
        .filter(([name, { data }]) => {
          const isOfOneBag = scores.has(name) && outputs.get(name)?.shape[0] === 1;
          return data.length <= (isOfOneBag ? INLINE_SCORES_LIMIT : INLINE_LIMIT);
        })
        .flatMap(([name, array]) => {
          const numbers = exactNumbersOf(array);
          if (!numbers && scores.has(name)) throw new ModelBadResponse(serverId, 'a whole number is beyond 2^53');
          return numbers ? [[name, numbers] as const] : [];
        }),
    ),
    served,
    array: async (name: string): Promise<Float32Array> => singlesOf(await served(name)),
    server: { id: serverId, reportedVersion },
  };
}

/** Milliseconds that a model may take. Too late to begin, nobody would wait for it: then the operation's own end comes first. */
export async function timeForModel({ signal, deadlineAt }: AnswerScope): Promise<number> {
  const timeMs = deadlineAt - Date.now() - AFTERWARDS_MS;
  if (timeMs >= 1) return timeMs;
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

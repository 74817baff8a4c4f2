import { once } from 'node:events';
import { type ModelVersion } from '#model-registry';
import { type Router } from '#gateway/routing';
import { type AnswerScope } from './answer-scope.js';
import { type DomainReferences } from './domain-references.js';
import { type LoadedFeatures } from './load-features.js';
import { INLINE_LIMIT, numbersOf, type RawAnswer } from './raw-answer.js';
import { type Task } from './task.js';

/** Time after a model's answer, to decode, store and send it. It also tells the two apart: MODEL_TIMEOUT comes before DEADLINE_EXCEEDED. */
const AFTERWARDS_MS = 25;

/** Step 5. Tensors to tensors. Identical questions of one operation meet in one call; an identical earlier one is not asked again. */
export async function infer(
  {
    task,
    version,
    features,
    router,
    answerId,
  }: {
    readonly task: Task<unknown>;
    readonly version: ModelVersion;
    readonly features: LoadedFeatures;
    readonly router: Router;
    readonly answerId: string;
  },
  references: DomainReferences,
  scope: AnswerScope,
): Promise<RawAnswer> {
  return scope.once(answerId, async () => {
    const stored = await scope.storedAnswer(answerId);
    if (stored) return stored;
    return scope.inLane(version, async () => {
      // Here and not before: measured all at once, hundreds of slides would hold the event loop for a tenth of a second.
      const domain = await references.measure(version, features.mean);
      const startedAt = performance.now();
      const answer = await ask(task, version, features, router, scope);
      return {
        ...answer,
        id: answerId,
        domain,
        computedAt: new Date(),
        isReused: false,
        inferMs: performance.now() - startedAt,
      };
    });
  });
}

async function ask(
  task: Task<unknown>,
  version: ModelVersion,
  features: LoadedFeatures,
  router: Router,
  scope: AnswerScope,
) {
  const { card } = version;
  const inputs = task.toTensors(features, await features.features(), card);
  const timeoutMs = await timeForModel(scope);
  const outputsWanted = task.expect(card, features.tileCount);
  const response = await router.infer(version, { inputs, outputs: outputsWanted }, { signal: scope.signal, timeoutMs });
  const outputs = new Map([...response.outputs].map(([name, tensor]) => [name, numbersOf(tensor)]));
  return {
    shapes: new Map([...response.outputs].map(([name, { shape }]) => [name, shape])),
    values: new Map(
      [...outputs].filter(([, data]) => data.length <= INLINE_LIMIT).map(([name, data]) => [name, Array.from(data)]),
    ),
    array: (name: string): Promise<Float32Array> => {
      const data = outputs.get(name);
      return data ? Promise.resolve(data) : Promise.reject(new Error(`the answer has no output ${name}`));
    },
    server: { id: response.serverId, reportedVersion: response.reportedVersion },
  };
}

/** Milliseconds that a model may take. Too late to begin, nobody would wait for it: then the operation's own end comes first. */
async function timeForModel({ signal, deadlineAt }: AnswerScope): Promise<number> {
  const timeMs = deadlineAt - Date.now() - AFTERWARDS_MS;
  if (timeMs >= 1) return timeMs;
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

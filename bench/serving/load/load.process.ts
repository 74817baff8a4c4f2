import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AskJob, type AskResult, job, type ReplayJob, type ReplayResult } from './messages.js';
import { send } from './send.js';

// A client in a process of its own: what it costs is not the server's, nor the clock's.

process.on('message', (message) => {
  void work(message).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit());

async function work(message: unknown): Promise<ReplayResult | AskResult> {
  const asked = job.parse(message);
  const agent = new Agent({ keepAlive: true, maxSockets: asked.connections });
  try {
    return asked.kind === 'replay' ? await replay(asked, agent) : await ask(asked, agent);
  } finally {
    agent.destroy();
  }
}

async function replay(asked: ReplayJob, agent: Agent): Promise<ReplayResult> {
  const body = await readFile(asked.bodyFile);
  const expected = await readFile(asked.answerFile);
  const times: number[] = [];
  const startedAt = performance.now();
  const client = async (): Promise<void> => {
    do {
      const sentAt = performance.now();
      const reply = await send(asked.url, body, asked.headers, agent);
      times.push(performance.now() - sentAt);
      if (reply.status !== 200 || !isSame(reply.body, expected, asked.inexact))
        throw new Error(`${asked.url} answered ${reply.status} with another answer than before`);
    } while (performance.now() - startedAt < asked.windowMs);
  };
  await Promise.all(Array.from({ length: asked.connections }, client));
  return { requests: times.length, elapsedMs: performance.now() - startedAt, times };
}

function isSame(reply: Buffer, expected: Buffer, { count, tolerance }: ReplayJob['inexact']): boolean {
  if (reply.equals(expected)) return true;
  const head = expected.length - count * Float32Array.BYTES_PER_ELEMENT;
  if (reply.length !== expected.length || !reply.subarray(0, head).equals(expected.subarray(0, head))) return false;
  for (let at = head; at < expected.length; at += Float32Array.BYTES_PER_ELEMENT)
    if (!(Math.abs(reply.readFloatLE(at) - expected.readFloatLE(at)) <= tolerance)) return false;
  return true;
}

async function ask({ url, query, questions, connections, perSecond }: AskJob, agent: Agent): Promise<AskResult> {
  const answers: { ms: number; body: string | null }[] = [];
  const startedAt = performance.now();
  const one = async (place: number): Promise<void> => {
    const body = Buffer.from(JSON.stringify({ query, variables: questions[place] }));
    const sentAt = performance.now();
    const headers = { 'content-type': 'application/json' };
    const reply = await send(`${url}/graphql`, body, headers, agent).catch(() => null);
    answers[place] = { ms: performance.now() - sentAt, body: reply?.body.toString() ?? null };
  };
  if (perSecond === null) {
    const open = questions.keys();
    const client = async (): Promise<void> => {
      for (const place of open) await one(place);
    };
    await Promise.all(Array.from({ length: connections }, client));
  } else {
    const due = questions.map(async (_, place) => {
      await sleep((place / perSecond) * 1_000);
      await one(place);
    });
    await Promise.all(due);
  }
  return { elapsedMs: performance.now() - startedAt, answers };
}

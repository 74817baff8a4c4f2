import { z } from 'zod';

/** The same request again and again, over connections that each wait for their answer before they ask anew. */
export const replayJob = z.object({
  kind: z.literal('replay'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  /** File with the body. */
  bodyFile: z.string(),
  /** File with the answer that every reply must be, byte for byte but for numbers at its end. */
  answerFile: z.string(),
  /** So many FP32 numbers at the end may differ, by so much. */
  inexact: z.object({ count: z.number(), tolerance: z.number() }),
  connections: z.number(),
  /** No new request begins after this time; each connection makes one at least. */
  windowMs: z.number(),
});

/** GraphQL questions, each asked once: over so many connections in turn, or so many a second whatever becomes of them. */
export const askJob = z.object({
  kind: z.literal('ask'),
  url: z.string(),
  query: z.string(),
  questions: z.array(z.record(z.string(), z.unknown())),
  connections: z.number(),
  perSecond: z.number().nullable(),
});

export const job = z.discriminatedUnion('kind', [replayJob, askJob]);

export const replayResult = z.object({ requests: z.number(), elapsedMs: z.number(), times: z.array(z.number()) });

/** `body` is what was answered, as text; null where the connection failed. */
export const askResult = z.object({
  elapsedMs: z.number(),
  answers: z.array(z.object({ ms: z.number(), body: z.string().nullable() })),
});

/** What the process says of a job. */
export const outcome = z.union([z.object({ result: z.unknown() }), z.object({ error: z.string() })]);

export type ReplayJob = z.infer<typeof replayJob>;
export type ReplayResult = z.infer<typeof replayResult>;
export type AskJob = z.infer<typeof askJob>;
export type AskResult = z.infer<typeof askResult>;

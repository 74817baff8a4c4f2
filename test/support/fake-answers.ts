import type { IncomingMessage } from 'node:http';

/** What a fake server answers: bytes as they are, anything else as JSON. */
export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
}

export const DONE: FakeAnswer = { status: 200, body: {} };
export const MISSING: FakeAnswer = {
  status: 404,
  body: { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'no such thing' },
};

export function pairs(tags: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

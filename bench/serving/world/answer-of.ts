import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Tells a child process something, and waits for its next message. @throws Error when it ends instead */
export async function answerOf(child: ChildProcess, message: object): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    const answered = once(child, 'message', { signal });
    const ended = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('a process of this run ended')));
    child.send(message);
    const [answer]: unknown[] = await Promise.race([answered, ended]);
    return answer;
  } finally {
    waiting.abort();
  }
}

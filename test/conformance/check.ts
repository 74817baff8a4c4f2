import type { ServerUnderTest } from './server-under-test.js';
import { Failed, NotSupported, type Verdict } from './verdict.js';
import { NoAnswer } from './http.js';

/** One rule, and the request that tries it. */
export interface Check {
  /** `<group>.<name>`. */
  readonly id: string;
  /** What holds, as a sentence. */
  readonly rule: string;
  /** Why it is not sent unless asked for: what it does to servers that are not prepared. */
  readonly danger?: string;
  /**
   * @returns nothing when the rule holds, or in a few words what the server does otherwise that is still allowed
   * @throws Failed, NotSupported, NoAnswer
   */
  run(server: ServerUnderTest): Promise<string | void>;
}

export interface CheckResult {
  readonly id: string;
  readonly rule: string;
  readonly verdict: Verdict;
}

/** Runs checks one after the other, for each may disturb the server. @param isHostile also those that end some servers */
export async function* runChecks(
  checks: readonly Check[],
  server: ServerUnderTest,
  isHostile: boolean,
): AsyncGenerator<CheckResult> {
  for (const check of checks) {
    const { id, rule, danger } = check;
    if (danger !== undefined && !isHostile) yield { id, rule, verdict: { kind: 'not sent', found: danger } };
    else yield { id, rule, verdict: await verdictOf(check, server) };
  }
}

async function verdictOf(check: Check, server: ServerUnderTest): Promise<Verdict> {
  try {
    const found = await check.run(server);
    return typeof found === 'string' ? { kind: 'differs', found } : { kind: 'pass' };
  } catch (error) {
    if (error instanceof NotSupported) return { kind: 'unsupported', found: error.message };
    if (error instanceof Failed || error instanceof NoAnswer) return { kind: 'fail', found: error.message };
    throw error;
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { ModelBadResponse } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import type { Router } from '#gateway/routing';
import type { MapCall } from './map-call.js';

const CALL_TIMEOUT_MS = 120_000;
const VALUES_AT_ONCE = 250_000;

/** Which server answered for a member. */
export interface MemberServer {
  readonly id: string;
  readonly reportedVersion: string | null;
}

/** A member, and how rows are asked of it: by its own card, whatever the ensemble's says. */
export interface AskedMember {
  readonly version: ModelVersion;
  readonly call: MapCall;
}

/** Asks every member about the same rows, and takes the mean of what they say, on their own scale. */
export class AskMembers {
  /** By the member's place; the last one where several answered. */
  readonly servers: MemberServer[] = [];

  constructor(
    private readonly router: Pick<Router, 'infer'>,
    private readonly members: readonly AskedMember[],
    private readonly layerCount: number,
    private readonly until: { readonly signal: AbortSignal; readonly deadlineAt: number },
  ) {}

  /** @param rows features of `count` tiles or windows @returns `[count, layers]` */
  async mean(rows: Float32Array, count: number): Promise<Float32Array> {
    const { members, layerCount } = this;
    const sums = new Float64Array(count * layerCount);
    for (const place of members.keys()) await this.add(sums, await this.ask(place, rows, count));
    const mean = new Float32Array(sums.length);
    await inPieces(sums.length, this.until.signal, (at) => (mean[at] = (sums[at] ?? NaN) / members.length));
    return mean;
  }

  private async ask(place: number, rows: Float32Array, count: number): Promise<Float32Array> {
    const { router, until } = this;
    const member = this.members[place];
    if (!member) throw new Error('a member was expected');
    const { version, call } = member;
    const expected = call.expect(count);
    const input = await call.toTensor(rows, count, until.signal);
    const timeoutMs = Math.max(1, Math.min(CALL_TIMEOUT_MS, until.deadlineAt - Date.now()));
    const limits = { signal: until.signal, timeoutMs };
    const answer = await router.infer(version, { inputs: [input], outputs: [expected] }, limits);
    this.servers[place] = { id: answer.serverId, reportedVersion: answer.reportedVersion };
    const data = answer.outputs.get(expected.name)?.data;
    if (!(data instanceof Float32Array)) throw new ModelBadResponse(answer.serverId, 'an output is not FP32');
    return call.toRows(data, count, until.signal);
  }

  private add(sums: Float64Array, values: Float32Array): Promise<void> {
    return inPieces(sums.length, this.until.signal, (at) => (sums[at] = (sums[at] ?? 0) + (values[at] ?? NaN)));
  }
}

async function inPieces(count: number, signal: AbortSignal, of: (at: number) => void): Promise<void> {
  for (let from = 0; from < count; from += VALUES_AT_ONCE) {
    const to = Math.min(count, from + VALUES_AT_ONCE);
    for (let at = from; at < to; at += 1) of(at);
    await nextTurn();
    signal.throwIfAborted();
  }
}

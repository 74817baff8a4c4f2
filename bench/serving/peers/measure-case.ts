import { writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { decodeInferenceResponse, HEADER_LENGTH_HEADER, parseHeaderLength } from '#libs/inference-protocol';
import { processorTimeMs } from '../../support/processor-time.js';
import { type LoadGenerator } from '../load/load-generator.js';
import { type ReplayJob } from '../load/messages.js';
import { send } from '../load/send.js';
import { type PeerCase } from './cases.js';
import { type Contestant } from './contestants.js';

/** A server that has run for a while is measured: compilers of JavaScript and Python take thousands of requests to their best code. */
const WARM_UP_MS = 4_000;

/** What a server did in the rounds of one case. */
export interface Rates {
  readonly name: string;
  /** Requests a second, round by round. */
  readonly perSecond: readonly number[];
  /** Of single requests, over all rounds. */
  readonly times: readonly number[];
  /** Processor time of all of the server's processes per request. */
  readonly cpuMs: number;
}

/** A request that is known to be answered rightly, ready for the load generator. */
interface Prepared {
  readonly contestant: Contestant;
  readonly job: Pick<ReplayJob, 'url' | 'bodyFile' | 'answerFile' | 'inexact'>;
  readonly perSecond: number[];
  readonly times: number[];
  cpuMs: number;
}

/**
 * Asks every server in turn, round by round, each round beginning with another.
 * @throws Error when an answer is wrong, or is not the same each time
 */
export async function measureCase(
  asked: PeerCase,
  contestants: readonly Contestant[],
  load: { readonly generator: LoadGenerator; readonly connections: number; readonly rounds: number },
  folder: string,
): Promise<readonly Rates[]> {
  const prepared = await Promise.all(contestants.map((contestant) => prepare(asked, contestant, folder)));
  for (let round = -1; round < load.rounds; round += 1) {
    const first = (round + prepared.length) % prepared.length;
    for (const one of [...prepared.slice(first), ...prepared.slice(0, first)])
      await measure(one, asked, load, round >= 0);
  }
  return prepared.map(({ contestant, perSecond, times, cpuMs }) => ({
    name: contestant.name,
    perSecond,
    times,
    cpuMs: cpuMs / times.length,
  }));
}

async function measure(
  one: Prepared,
  { headers, windowMs }: PeerCase,
  { generator, connections }: { readonly generator: LoadGenerator; readonly connections: number },
  isKept: boolean,
): Promise<void> {
  const spent = (): number => one.contestant.pids.reduce((sum, pid) => sum + processorTimeMs(pid), 0);
  const before = spent();
  const job = { ...one.job, headers, connections, windowMs: isKept ? windowMs : WARM_UP_MS };
  const { requests, elapsedMs, times } = await generator.replay(job);
  if (!isKept) return;
  one.cpuMs += spent() - before;
  one.perSecond.push((requests / elapsedMs) * 1_000);
  one.times.push(...times);
}

async function prepare(asked: PeerCase, contestant: Contestant, folder: string): Promise<Prepared> {
  const { model, headers, body, title } = asked;
  const url = `${contestant.url}/v2/models/${model.name}/versions/${model.version}/infer`;
  const agent = new Agent({ keepAlive: false });
  const reply = await send(url, body, headers, agent);
  agent.destroy();
  check(asked, contestant, reply);
  const stem = join(folder, `${contestant.name} ${title}`.replaceAll(/\W+/g, '-'));
  const { encoding, expected, tolerance } = asked;
  // Numbers at the end of a text cannot be told from the rest of it.
  const inexact = { count: encoding === 'binary' ? expected.length : 0, tolerance };
  const job = { url, bodyFile: `${stem}.request`, answerFile: `${stem}.answer`, inexact };
  await writeFile(job.bodyFile, body);
  await writeFile(job.answerFile, reply.body);
  return { contestant, job, perSecond: [], times: [], cpuMs: 0 };
}

function check(
  { title, expected, tolerance }: PeerCase,
  { name }: Contestant,
  reply: Awaited<ReturnType<typeof send>>,
): void {
  if (reply.status !== 200) throw new Error(`${name} answered ${title} with ${reply.status}: ${reply.body.toString()}`);
  const length = parseHeaderLength(reply.headers[HEADER_LENGTH_HEADER]);
  const [output] = decodeInferenceResponse(reply.body, length).outputs;
  const isNear = (value: number, at: number): boolean => Math.abs(Number(output?.data[at]) - value) <= tolerance;
  if (output?.data.length !== expected.length || !expected.every(isNear))
    throw new Error(`${name} answered ${title} with other numbers`);
}

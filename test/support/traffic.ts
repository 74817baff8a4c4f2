import { setTimeout as sleep } from 'node:timers/promises';
import { AddSlideDocument, PredictDocument, SlidesDocument } from '#libs/client';
import type { KeyName } from './fleet.js';
import type { RunningGateway } from './gateway-process.js';
import { CHALLENGER, CHAMPION, writeOwnSlide } from './slide-world.js';

/** A caller who never pauses would take the processor from the jobs that the test waits for. */
const PAUSE_MS = 100;

/** What a lane asks about. */
export interface TrafficWorld {
  /** Folder under which slides may lie. */
  readonly slides: string;
  /** A slide that has features. */
  readonly slideId: string;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly requestId: string;
  readonly code: string;
}

/** One GraphQL request, without a client that would try again. */
export async function sendRaw(
  { url }: RunningGateway,
  key: KeyName,
  operation: { readonly text: string },
  variables: unknown,
): Promise<RawAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}-key` },
    body: JSON.stringify({ query: operation.text, variables }),
    signal: AbortSignal.timeout(60_000),
  });
  const body: {
    readonly errors?: readonly { readonly path?: unknown; readonly extensions: { readonly code: string } }[];
  } = JSON.parse(await response.text());
  const [error] = body.errors ?? [];
  const code = error ? `${error.extensions.code} at ${JSON.stringify(error.path)}` : 'OK';
  return { status: response.status, requestId: response.headers.get('x-request-id') ?? '', code };
}

/** One caller who asks a gateway one thing after another: a new question, a new slide, a list. Goes on until it is stopped. */
export class TrafficLane {
  /** Ids of the requests that were answered well. */
  readonly answered: string[] = [];
  /** Names of the slides whose adding was acknowledged. */
  readonly added: string[] = [];
  /** What was not answered well, in words. */
  readonly failures: string[] = [];
  private isStopping = false;
  private readonly ended: Promise<void>;

  constructor(
    private readonly gateway: RunningGateway,
    private readonly name: string,
    private readonly world: TrafficWorld,
  ) {
    this.ended = this.drive();
  }

  stop(): Promise<void> {
    this.isStopping = true;
    return this.ended;
  }

  private async drive(): Promise<void> {
    for (let n = 0; !this.isStopping; n += 1) {
      try {
        const answer = await this.ask(n);
        if (answer.status === 200 && answer.code === 'OK') this.answered.push(answer.requestId);
        else this.failures.push(`${answer.status} ${answer.code}`);
      } catch (error) {
        this.failures.push(String(error));
        return; // its gateway is gone
      }
      await sleep(PAUSE_MS);
    }
  }

  private ask(n: number): Promise<RawAnswer> {
    if (n % 3 === 0) return this.predict(n);
    return n % 3 === 1 ? this.add(n) : sendRaw(this.gateway, 'app', SlidesDocument, { first: 5 });
  }

  private predict(n: number): Promise<RawAnswer> {
    // A region that nobody asked for before: the model server is asked, and no stored answer helps.
    const region = { x: 0, y: 0, width: 2_100 + Number(this.name.at(-1)), height: 2_900 - n };
    const model = n % 2 === 0 ? CHAMPION : CHALLENGER;
    return sendRaw(this.gateway, 'app', PredictDocument, { id: this.world.slideId, model, region });
  }

  private async add(n: number): Promise<RawAnswer> {
    const name = `${this.name}-${n}.svs`;
    const path = await writeOwnSlide(this.world.slides, name);
    const answer = await sendRaw(this.gateway, 'app', AddSlideDocument, { input: { path, name, stain: 'HE' } });
    if (answer.code === 'OK') this.added.push(name);
    return answer;
  }
}

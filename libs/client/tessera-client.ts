import {
  JobDocument,
  SlidesDocument,
  type Operation,
  type SlideFieldsFragment,
  type SlidesQuery,
} from '#graphql/generated/operations';
import { get, hasPartialData, parseEndpoint, post, type CallOptions, type Connection } from './http.js';
import { decodeNpy, type NumericArrayData } from './npy.js';
import {
  buildPredictMany,
  readPredictMany,
  type PredictManyInput,
  type PredictManyQuery,
  type PredictManyResult,
} from './predict-many.js';
import type { KnownFile, SaveOptions } from './save-in-parts.js';
import type { SentFile } from './send-file.js';
import { GatewayBadAnswer } from './tessera-error.js';
import { waitForJob, type Job, type WaitOptions } from './wait-for-job.js';

export interface TesseraClientOptions {
  /** Address of the gateway, as in `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Sent as `authorization: Bearer`, to this gateway only. */
  readonly apiKey?: string;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** Another `fetch`, as with a proxy. */
  readonly fetch?: typeof fetch;
}

/** Longer than the gateway's own limit of 30 s, so that its explanation arrives. */
const DEFAULT_TIMEOUT_MS = 40_000;

/**
 * A gateway, seen from a program. Every method takes a signal and a time limit, and throws a TesseraError with a code.
 * @example
 * const tessera = new TesseraClient({ url: 'http://127.0.0.1:4000' });
 * const { slide } = await tessera.request(PredictDocument, { id, model: 'demo-dense-focus@champion' });
 */
export class TesseraClient {
  private readonly connection: Connection;

  /** @throws TypeError when `url` is no address of a gateway */
  constructor(options: TesseraClientOptions) {
    this.connection = {
      endpoint: parseEndpoint(options.url),
      headers: options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` },
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      fetch: options.fetch ?? globalThis.fetch,
    };
  }

  /**
   * Sends one named operation.
   * @throws AnswerWithErrors when a field failed (the other fields are in its `data`), GatewayUnreachable, GatewayTimeout, GatewayBadAnswer
   */
  async request<TData, TVariables>(
    operation: Operation<TData, TVariables>,
    variables: TVariables,
    options: CallOptions = {},
  ): Promise<TData> {
    const body = { query: operation.text, operationName: operation.name, variables };
    return parsed<TData>(await post(this.connection, body, options));
  }

  /**
   * Asks up to 15 predictions on one slide in one operation. A version that refuses does not take the others down.
   * @throws TesseraError when the slide itself could not be read
   */
  async predictMany(input: PredictManyInput, options: CallOptions = {}): Promise<PredictManyResult> {
    const { operation, variables } = buildPredictMany(input);
    try {
      const { slide } = await this.request(operation, variables, options);
      return readPredictMany(input, present(slide), []);
    } catch (error) {
      if (!hasPartialData(error)) throw error;
      const { slide } = parsed<PredictManyQuery>(error.data);
      if (!slide) throw error;
      return readPredictMany(input, slide, error.errors);
    }
  }

  /** Looks at a job until it has ended. @throws JobNotSucceeded when it failed or was cancelled */
  async waitForJob(id: string, options: WaitOptions = {}): Promise<Job> {
    return await waitForJob(async () => present((await this.request(JobDocument, { id }, options)).job), options);
  }

  /** All slides, newest first, fetched page by page as they are read. */
  async *allSlides(options: CallOptions = {}): AsyncGenerator<SlideFieldsFragment> {
    let after: string | null = null;
    do {
      const page: SlidesQuery = await this.request(SlidesDocument, { first: 100, after }, options);
      const { nodes, pageInfo } = page.slideCatalog;
      yield* nodes;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  }

  /** Fetches the numbers behind a link of an answer. @returns shape, datatype (FP32 or INT32) and the numbers, row-major */
  async fetchArray(href: string, options: CallOptions = {}): Promise<NumericArrayData> {
    return await get(this.connection, href, options, async (response) =>
      decodeNpy(new Uint8Array(await response.arrayBuffer())),
    );
  }

  /**
   * Saves a large file whose size and digest are known, part by part (Node only). It appears under its name only when it is whole and right.
   * @throws GatewayBadAnswer when the bytes are others
   */
  async downloadFile(href: string, file: string, known: KnownFile, options: SaveOptions = {}): Promise<void> {
    const { saveInParts } = await import('./save-in-parts.js');
    await saveInParts(this.connection, href, file, known, options);
  }

  /**
   * Saves a large file whose address never changes, and goes on with what an earlier call left of it (Node only).
   * @returns its size, and how many bytes were there before
   */
  async downloadResumable(href: string, file: string, options: SaveOptions = {}) {
    const { saveResumable } = await import('./save-resumable.js');
    return await saveResumable(this.connection, href, file, options);
  }

  /** Sends a file of this machine, for the mutations that take an `upload` (Node only). */
  async upload(file: string, options: CallOptions = {}): Promise<SentFile> {
    const { sendFile } = await import('./send-file.js');
    return await sendFile(this.connection, file, options);
  }

  /** Saves what a link of an answer points at (Node only). @returns the number of bytes */
  async download(href: string, file: string, options: CallOptions = {}): Promise<number> {
    // Imported when needed: the rest of this client runs in browsers too.
    const { saveResponse } = await import('./save-response.js');
    return await get(this.connection, href, options, (response, signal) => saveResponse(response, file, signal));
  }
}

/** The parser's one cast: the gateway validated the operation against the schema that its types were generated from. */
function parsed<TData>(data: object): TData {
  return data as TData;
}

function present<T>(value: T | null): T {
  if (value === null) throw new GatewayBadAnswer('a field is null without an error');
  return value;
}

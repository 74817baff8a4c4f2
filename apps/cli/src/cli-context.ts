import {
  TesseraClient,
  type AnswerError,
  type Operation,
  type PredictManyInput,
  type PredictManyResult,
  type SlideFieldsFragment,
} from '#libs/client';
import type { CliSettings } from './cli.config.js';
import type { CliIo } from './cli-io.js';
import type { Interrupts } from './interrupts.js';
import type { PredictionStyle } from './output/format-prediction.js';
import { paintFor, type Paint } from './output/paint.js';
import { printable } from './output/printable.js';

/** What a command works with: the gateway, the settings, and where to write. */
export class CliContext {
  readonly paint: Paint;

  constructor(
    readonly client: TesseraClient,
    readonly settings: CliSettings,
    readonly io: CliIo,
    readonly interrupts: Interrupts,
  ) {
    this.paint = paintFor(settings.isColourAllowed && io.stdout.isTTY === true && !settings.json);
  }

  /** On a terminal lines end where it does; a pipe gets one line a fact. */
  get predictionStyle(): PredictionStyle {
    const { isTTY, columns } = this.io.stdout;
    return { paint: this.paint, full: this.settings.full, columns: isTTY ? columns : undefined };
  }

  get signal(): AbortSignal {
    return this.interrupts.signal;
  }

  /** Sends an operation. What a person will read is rid of control characters; JSON stays as it came. */
  async ask<TData, TVariables>(operation: Operation<TData, TVariables>, variables: TVariables): Promise<TData> {
    const data = await this.client.request(operation, variables, { signal: this.signal });
    return this.settings.json ? data : printable(data);
  }

  async predictMany(input: PredictManyInput): Promise<PredictManyResult> {
    const result = await this.client.predictMany(input, { signal: this.signal });
    return this.settings.json ? result : printable(result);
  }

  async *allSlides(): AsyncGenerator<SlideFieldsFragment> {
    for await (const slide of this.client.allSlides({ signal: this.signal })) {
      yield this.settings.json ? slide : printable(slide);
    }
  }

  /** The command's result: one JSON document with --json, else what a person reads. */
  show(document: unknown, lines: () => readonly string[]): void {
    const text = this.settings.json ? JSON.stringify(document, null, 2) : lines().join('\n');
    this.io.stdout.write(`${text}\n`);
  }

  /** Part of the answer failed, and `show` has shown it: with --json the first error is on stderr too, where a script looks for one. */
  showPartialFailure(error: AnswerError): void {
    if (this.settings.json) this.io.stderr.write(`${JSON.stringify({ error })}\n`);
  }

  /** A remark beside the result. Left out with --json, where stderr holds nothing but an error. */
  remark(text: string): void {
    if (!this.settings.json) this.io.stderr.write(`${text}\n`);
  }
}

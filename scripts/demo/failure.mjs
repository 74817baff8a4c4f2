/** Something that ends the demonstration, with a sentence that says what to do. */
export class DemoFailure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One sentence about any failure; the code of an API error stands in front. */
export function sentenceOf(error) {
  if (error instanceof DemoFailure) return error.message;
  if (typeof error?.code === 'string' && 'retryable' in error) return `${error.code}: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

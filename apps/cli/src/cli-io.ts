/** A stream to a person or a pipe. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** The world of one run: replaced in tests. */
export interface CliIo {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Calls back at each Ctrl-C. @returns a function that stops listening */
  readonly onInterrupt: (listener: () => void) => () => void;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What the thread of the embedded server is started with. */
export interface EmbeddedSettings {
  /** The folder of its files; it must exist. */
  readonly files: string;
  /** Of the program `postgres`, behind those of PGlite. */
  readonly startParams: readonly string[];
  /** PGlite, compiled. */
  readonly program: WebAssembly.Module;
}

/** Bytes of PostgreSQL's wire protocol, as a client sends them; or the end. */
export type EmbeddedOrder =
  | { readonly kind: 'send'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'close'; readonly id: number };

export type EmbeddedReply =
  | { readonly kind: 'opened' }
  /** The server's bytes; none for the end. */
  | { readonly kind: 'done'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

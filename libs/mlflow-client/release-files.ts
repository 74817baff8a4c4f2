import { RegistryBadResponse, RegistryWriteFailed, RegistryWriteRefused } from '#libs/errors';
import type { MlflowHttp } from './mlflow-http.js';
import { requireDone } from './release-call.js';
import type { ReleaseFolder } from './release-folder.js';
import { outcomeOf } from './write-outcome.js';

const ARTIFACTS = '/api/2.0/mlflow-artifacts/artifacts';
/** An answer that is no file is a sentence. */
const MAX_ANSWER_BYTES = 2 ** 20;

/** A file of a release. */
export interface ReleaseFile {
  /** Below the folder, of letters, digits and `. _ - /`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Of all its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** Its bytes in pieces, each of which is good until the next one is asked for. What it throws ends the upload. */
  read(): AsyncIterable<Uint8Array>;
}

/** Files through the server's own proxy of artifacts, streamed both ways. */
export class ReleaseFiles {
  constructor(private readonly http: MlflowHttp) {}

  /** @throws RegistryWriteFailed, RegistryWriteRefused, the signal's reason, and whatever reading the file throws */
  async put(folder: ReleaseFolder, file: ReleaseFile, signal: AbortSignal): Promise<void> {
    const path = `${ARTIFACTS}/${folder.path}/${file.path}`;
    if (!folder.isNew && (await this.holds(path, file, signal))) return;
    await this.upload(path, file, signal);
    if (await this.holds(path, file, signal)) return;
    throw new RegistryWriteRefused('a file that was uploaded to it does not read back as it was sent');
  }

  private async upload(path: string, file: ReleaseFile, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const reading = watched(file.read());
    const body = { pieces: reading.pieces, sizeBytes: file.sizeBytes };
    try {
      const answer = await this.http.send({ method: 'PUT', path, query: {}, maxBytes: MAX_ANSWER_BYTES, body }, signal);
      // MLflow 3 says yes without a word of what it says: the file is read back.
      if (answer.status < 200 || answer.status >= 300) requireDone(outcomeOf(answer));
    } catch (error) {
      if (reading.failed()) throw reading.failed();
      signal.throwIfAborted();
      if (error instanceof RegistryWriteFailed || error instanceof RegistryWriteRefused) throw error;
      throw new RegistryWriteFailed('UNREACHABLE', { cause: error });
    }
  }

  private async holds(path: string, { sha256, sizeBytes }: ReleaseFile, signal: AbortSignal): Promise<boolean> {
    const maxBytes = Math.max(sizeBytes, MAX_ANSWER_BYTES);
    const call = { method: 'GET', path, query: {}, maxBytes, isDigested: true } as const;
    const answer = await this.http.send(call, signal).catch((cause: unknown) => {
      signal.throwIfAborted();
      // Larger than the file: it is another one.
      if (cause instanceof RegistryBadResponse) return null;
      throw new RegistryWriteFailed('UNREACHABLE', { cause });
    });
    return answer?.status === 200 && answer.body.toString('hex') === sha256;
  }
}

/**
 * Remembers why a reading failed: the HTTP library says only that the request did. The last piece is held back until the reading has ended
 * well, so that the server never gets the whole of a file that turns out at its end to be another one.
 */
function watched(pieces: AsyncIterable<Uint8Array>) {
  let failure: Error | null = null;
  async function* watching(): AsyncGenerator<Uint8Array, void> {
    try {
      let held: Buffer | null = null;
      for await (const piece of pieces) {
        if (held) yield held;
        held = Buffer.from(piece);
      }
      if (held) yield held;
    } catch (error) {
      failure = error instanceof Error ? error : new Error('a file could not be read', { cause: error });
      throw failure;
    }
  }
  return { pieces: watching(), failed: (): Error | null => failure };
}

import { watch, type FSWatcher } from 'node:fs';

/** A release writes several files: they are read together, once it has been quiet for so long. */
const QUIET_MS = 200;

/**
 * Tells when something below a directory has changed. A hint and no more: network file systems send no events, and a system may have too
 * few watches for a large tree; then nothing is ever told, and whoever asks must look now and then anyway.
 * @returns ends the watching
 */
export function watchDirectory(directory: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS).unref();
  };
  const watcher = open(directory, changed);
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}

function open(directory: string, changed: () => void): FSWatcher | null {
  try {
    const watcher = watch(directory, { recursive: true, persistent: false }, changed);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

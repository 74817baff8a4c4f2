import { type RegistryWrite, type WriteResult } from '#model-registry';

/** A write's result as the API shows it. */
export function toWriteResult({ write, ...result }: WriteResult) {
  return { ...result, write: write ? toRegistryWrite(write) : null };
}

function toRegistryWrite(write: RegistryWrite) {
  const { seq, kind, source, name, version, subject, digest, caller, at } = write;
  return { id: String(seq), kind, source, name, version, subject, digest, writtenBy: caller, writtenAt: at };
}

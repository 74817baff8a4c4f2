import { join } from 'node:path';
import { packageRoot } from '#gateway/config';

/** A Python file of `test/support/peer-runtimes`: what runs an ONNX file inside a model server of others. */
export function runtimeFile(name: string): string {
  return join(packageRoot(), 'test/support/peer-runtimes', name);
}

/** A file of `model-registry/serving`: what ships for running an ONNX file inside a model server of others. */
export function servingFile(name: string): string {
  return join(packageRoot(), 'model-registry/serving', name);
}

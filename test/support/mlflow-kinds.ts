import {
  installedMlflow,
  MLFLOW_VERSIONS,
  startMlflow,
  type MlflowMajor,
  type MlflowOptions,
  type MlflowServer,
} from './mlflow-server.js';
import { reasonToSkip } from './skip-without.js';

export interface MlflowKind {
  readonly version: MlflowMajor;
  /** Such as `3.17.2`. */
  readonly release: string;
  /** Why tests on this kind cannot run here. */
  readonly skip: string | undefined;
  start(options?: Omit<MlflowOptions, 'version'>): Promise<MlflowServer>;
}

/**
 * Both generations of MLflow, for `describe.each`. They are installed when this file is loaded, outside of every test's time limit.
 *
 * @throws Error when one cannot be installed and CI is set; elsewhere the reason to skip is printed
 */
export const mlflowKinds: readonly MlflowKind[] = [await kindOf('3'), await kindOf('2')];

async function kindOf(version: MlflowMajor): Promise<MlflowKind> {
  const release = MLFLOW_VERSIONS[version];
  return {
    version,
    release,
    skip: await reasonToSkip(`MLflow ${release}`, () => installedMlflow(version)),
    start: (options = {}) => startMlflow({ ...options, version }),
  };
}

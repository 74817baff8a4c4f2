import {
  installedMlflow,
  MLFLOW_VERSIONS,
  startMlflow,
  type MlflowMajor,
  type MlflowOptions,
  type MlflowServer,
} from './mlflow-server.js';

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
  return {
    version,
    release: MLFLOW_VERSIONS[version],
    skip: await reasonToSkip(version),
    start: (options = {}) => startMlflow({ ...options, version }),
  };
}

async function reasonToSkip(version: MlflowMajor): Promise<string | undefined> {
  try {
    await installedMlflow(version);
    return undefined;
  } catch (error) {
    if (process.env['CI']) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const skip = `MLflow ${MLFLOW_VERSIONS[version]} could not be installed (${reason.split('\n')[0]})`;
    console.warn(`\n*** ${skip}: every test that needs it is SKIPPED. ***\n`);
    return skip;
  }
}

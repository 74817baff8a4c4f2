import { MlflowRest } from './mlflow-rest.js';
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
  /** A server of one's own, to stop, or with settings. It takes some seconds of a core: most tests can do with `shared`. */
  start(options?: Omit<MlflowOptions, 'version'>): Promise<MlflowServer>;
  /**
   * The address of a server that the tests of this process share, with a registry that holds nothing yet: what earlier files registered
   * is taken out. It ends with the process.
   */
  shared(): Promise<string>;
}

/**
 * Both generations of MLflow, for `describe.each`. They are installed when this file is loaded, outside of every test's time limit.
 *
 * @throws Error when one cannot be installed and CI is set; elsewhere the reason to skip is printed
 */
export const mlflowKinds: readonly [MlflowKind, MlflowKind] = [await kindOf('3'), await kindOf('2')];

async function kindOf(version: MlflowMajor): Promise<MlflowKind> {
  const release = MLFLOW_VERSIONS[version];
  let started: Promise<MlflowServer> | undefined;
  return {
    version,
    release,
    skip: await reasonToSkip(`MLflow ${release}`, () => installedMlflow(version)),
    start: (options = {}) => startMlflow({ ...options, version }),
    shared: async () => {
      started ??= startMlflow({ version });
      const { url } = await started;
      await new MlflowRest(url).deleteModels();
      return url;
    },
  };
}

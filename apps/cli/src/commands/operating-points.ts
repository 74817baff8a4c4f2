import type { Command } from 'commander';
import { OperatingPointsDocument, type OperatingPointsQuery } from '#libs/client';
import { share } from '../options.js';
import { operatingPointTable } from '../output/format-operating-points.js';
import type { Runner } from '../run-command.js';

interface Options {
  readonly prevalence: number;
  readonly target?: string;
}

export type VersionWithPoints = NonNullable<OperatingPointsQuery['modelVersion']>;

/** `models operating-points`: thresholds side by side, of one version or of several. */
export function addOperatingPoints(models: Command, run: Runner): void {
  models
    .command('operating-points')
    .description(
      'List the thresholds of versions with PPA, NPA and what each is worth at a prevalence. Several versions in one list: models that were trained with other positive weights.',
    )
    .argument('<ref...>', 'versions or aliases of them')
    .requiredOption('--prevalence <share>', 'share of positives among those tested, as 0.01 or 1%', share)
    .option('--target <name>', 'only thresholds of this target')
    .addHelpText(
      'after',
      `
Examples:
  $ tessera models operating-points demo-dense-focus@champion --prevalence 20%
  $ tessera models operating-points ros1/1 ros1/2 ros1/3 ros1/4 --prevalence 0.93% --json`,
    )
    .action((refs: readonly string[], { prevalence, target }: Options, command: Command) =>
      run(command, async (context) => {
        const versions: VersionWithPoints[] = [];
        for (const ref of refs) {
          const { modelVersion } = await context.ask(OperatingPointsDocument, { ref, prevalence });
          if (modelVersion) versions.push(ofTarget(modelVersion, target));
        }
        context.show(versions, () => operatingPointTable(versions));
      }),
    );
}

function ofTarget(version: VersionWithPoints, target: string | undefined): VersionWithPoints {
  const calibrations = version.calibrations.filter((record) => target === undefined || record.target === target);
  return { ...version, calibrations };
}

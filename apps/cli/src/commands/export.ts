import type { Command } from 'commander';
import {
  TritonModelDocument,
  TritonModelsDocument,
  type TritonBackend,
  type TritonModelFieldsFragment,
  type TritonModelsQuery,
} from '#libs/client';
import type { CliContext } from '../cli-context.js';
import { EXIT } from '../exit-codes.js';
import { type ExportResult, exportRepository } from '../export-repository.js';
import { choice } from '../options.js';
import type { Runner } from '../run-command.js';

const FORMATS = ['TRITON'] as const;
const BACKENDS: readonly TritonBackend[] = ['ONNXRUNTIME', 'PYTHON'];

interface ExportOptions {
  readonly format: (typeof FORMATS)[number];
  readonly backend: TritonBackend;
  readonly source?: string;
}

/** `models export`: versions as the model repository of another server. */
export function addExportCommand(models: Command, run: Runner): void {
  models
    .command('export')
    .description(
      'Write versions as a model repository that Triton serves, checked byte for byte. Needs the role ADMINISTRATOR. Run again, it fetches what is missing.',
    )
    .argument('<directory>', 'where the repository is written; what else lies there is left alone')
    .argument('[refs...]', '`name@alias` or `name/version`; all versions of this gateway where none is given')
    .addOption(choice('--format <format>', 'what is written', FORMATS).default('TRITON'))
    .addOption(
      choice(
        '--backend <backend>',
        "what runs the files there: Triton's own backend, or its Python backend with ONNX Runtime, as for the Triton of the Python wheel",
        BACKENDS,
      ).default('ONNXRUNTIME'),
    )
    .option('--source <id>', 'without refs: only the versions of this registry source')
    .addHelpText(
      'after',
      `
Versions of a model whose tensors differ get a directory each, as Triton has one configuration for all versions of a model. The end of the output says how a gateway
places what was written (docs/model-servers.md).

Examples:
  $ tessera models export --format triton /srv/triton
  $ tessera models export --format triton /srv/triton demo-lite0/1 demo-dense-focus@champion --backend python`,
    )
    .action((directory: string, refs: readonly string[], options: ExportOptions, command: Command) =>
      run(command, async (context) => {
        const versions =
          refs.length === 0 ? await allVersions(context, options) : await named(context, refs, options.backend);
        const result = await exportRepository(context, directory, versions);
        context.show(result, () => exportLines(result));
        return result.notExported.some(({ code }) => code !== null) ? EXIT.refused : EXIT.ok;
      }),
    );
}

async function named(
  context: CliContext,
  refs: readonly string[],
  backend: TritonBackend,
): Promise<readonly TritonModelFieldsFragment[]> {
  const found = new Map<string, TritonModelFieldsFragment>();
  for (const ref of refs) {
    const { modelVersion } = await context.client.request(TritonModelDocument, { ref, backend }, context);
    if (modelVersion) found.set(modelVersion.ref, modelVersion);
  }
  return [...found.values()];
}

async function allVersions(
  context: CliContext,
  { backend, source }: ExportOptions,
): Promise<readonly TritonModelFieldsFragment[]> {
  const versions: TritonModelFieldsFragment[] = [];
  const filter = source === undefined ? null : { sources: [source] };
  let after: string | null = null;
  do {
    const asked = { filter, backend, first: 50, after };
    const page: TritonModelsQuery = await context.client.request(TritonModelsDocument, asked, context);
    versions.push(...page.modelVersions.nodes);
    const { hasNextPage, endCursor } = page.modelVersions.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return versions;
}

function exportLines({ exported, notExported }: ExportResult): string[] {
  const placements = exported.map((placement) => `    ${JSON.stringify(placement)}`);
  return [
    `${exported.length} ${exported.length === 1 ? 'version' : 'versions'} written.`,
    ...(exported.length === 0
      ? []
      : ['', 'For the server in the configuration of a gateway:', '  "placements": [', placements.join(',\n'), '  ]']),
    ...(notExported.length === 0
      ? []
      : ['', 'Not written:', ...notExported.map(({ model, reason }) => `  ${model}: ${reason}`)]),
  ];
}

import type { Command } from 'commander';
import type { GeneNamespace } from '#libs/client';
import { choice } from '../options.js';
import { PATH_MEANING } from '../own-path.js';

const NAMESPACES: readonly GeneNamespace[] = ['HGNC', 'HGNC_AND_CLONES', 'ENSG'];

/** What is stated about a list of either kind. `--version` is the program's own. */
export interface ListOptions {
  readonly id: string;
  readonly name: string;
  readonly release: string;
  readonly namespace: GeneNamespace;
  readonly source: string;
  readonly licence: string;
}

/** Adds the path and the options that say what a list is. */
export function withListOptions(command: Command): Command {
  return command
    .argument('<path>', PATH_MEANING)
    .requiredOption('--id <id>', 'what to call it: lower-case letters, digits, dots, dashes, underscores')
    .requiredOption('--name <name>', 'its name, for people')
    .requiredOption('--release <version>', 'which release of it this is')
    .addOption(choice('--namespace <namespace>', 'what the identifiers are', NAMESPACES).makeOptionMandatory())
    .requiredOption('--source <text>', 'where it comes from, so that others find it')
    .requiredOption('--licence <spdx>', 'SPDX id or name of its terms');
}

/** The facts of the API's input. */
export function listFacts({ id, name, release: version, namespace, source, licence }: ListOptions) {
  return { id, name, version, namespace, source, licence };
}

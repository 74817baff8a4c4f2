import { BadUserInput, GeneListInvalid } from '#libs/errors';
import type { ImportGenePanelInput, ImportGeneSetCollectionInput } from '#graphql/generated/schema-types';
import type { ListToRead, NeededVocabulary, StatedListFacts } from '#gateway/gene-catalog';
import { parseModelRef, type ModelVersion, type RegistrySnapshot } from '#model-registry';

/** What both inputs state. */
export function factsOf(input: ImportGenePanelInput | ImportGeneSetCollectionInput): StatedListFacts {
  const { id, name, version, namespace, organism, source, licence } = input;
  return { id, name, version, namespace, organism: organism ?? 'HOMO_SAPIENS', source, licence };
}

/**
 * The list of a panel's input.
 * @throws BadUserInput when both ways or none are taken, GeneListInvalid for an item that is no line of its own
 */
export function panelListOf(input: ImportGenePanelInput): ListToRead & { readonly hasHeader: boolean } {
  const { symbols, path } = input;
  const hasHeader = input.hasHeader ?? false;
  if (symbols === null || symbols === undefined) return { ...fileOf(path, 'symbols'), hasHeader };
  refuseBoth(path, 'symbols');
  if (hasHeader) throw new BadUserInput('input.hasHeader', 'is for files: leave the heading out of `input.symbols`');
  const odd = symbols.findIndex((symbol) => symbol === '' || /[\r\n\ufeff]/.test(symbol));
  if (odd !== -1) {
    const problem = 'is empty, or more than one line: give one gene an item';
    throw new GeneListInvalid('input.symbols', [{ line: odd + 1, problem }]);
  }
  return { kind: 'text', argument: 'input.symbols', text: symbols.join('\n'), hasHeader };
}

/** The list of a collection's input. @throws BadUserInput when both ways or none are taken */
export function collectionListOf({ text, path }: ImportGeneSetCollectionInput): ListToRead {
  if (text === null || text === undefined) return fileOf(path, 'text');
  refuseBoth(path, 'text');
  return { kind: 'text', argument: 'input.text', text };
}

/**
 * The vocabulary that a panel must be, and the version that has it.
 * @throws ModelNotFound, AmbiguousModel; BadUserInput where the version has no vocabulary of genes, or one of another namespace
 */
export function neededBy(
  input: ImportGenePanelInput,
  snapshot: RegistrySnapshot,
): { readonly version: ModelVersion; readonly vocabulary: NeededVocabulary } | null {
  if (input.model === null || input.model === undefined) return null;
  const version = snapshot.resolve(parseModelRef(input.model), 'input.model');
  const { vocabulary } = version.card;
  if (vocabulary?.kind !== 'GENES') {
    throw new BadUserInput('input.model', 'must name a model version with a vocabulary of genes: its card has none');
  }
  if (vocabulary.namespace !== input.namespace) {
    throw new BadUserInput(
      'input.namespace',
      `must be ${vocabulary.namespace}, as the model version's card states it`,
      {
        needed: vocabulary.namespace,
        found: input.namespace,
      },
    );
  }
  const { digest, size } = vocabulary;
  return { version, vocabulary: { ref: version.ref, digest, size } };
}

function fileOf(path: string | null | undefined, other: 'symbols' | 'text'): ListToRead {
  if (path !== null && path !== undefined) return { kind: 'path', path };
  throw new BadUserInput(`input.${other}`, `must be given, or \`input.path\`: one of the two holds the list`);
}

function refuseBoth(path: string | null | undefined, other: 'symbols' | 'text'): void {
  if (path === null || path === undefined) return;
  throw new BadUserInput(
    'input.path',
    `must be left out where \`input.${other}\` is given: one of the two holds the list`,
  );
}

import { BadUserInput } from '#libs/errors';
import type { ImportGenePanelInput, ImportGeneSetCollectionInput } from '#graphql/generated/schema-types';
import type { ListToRead, NeededVocabulary, StatedListFacts } from '#gateway/gene-catalog';
import { parseModelRef, type ModelVersion, type RegistrySnapshot } from '#model-registry';

/** What both inputs state. */
export function factsOf(input: ImportGenePanelInput | ImportGeneSetCollectionInput): StatedListFacts {
  const { id, name, version, namespace, organism, source, licence } = input;
  return { id, name, version, namespace, organism: organism ?? 'HOMO_SAPIENS', source, licence };
}

/** The list of an input, given as text, as a path, or as what was sent before. @throws BadUserInput when several are given, or none */
export function listOf(input: ImportGenePanelInput | ImportGeneSetCollectionInput): ListToRead {
  const { text, path } = input;
  const upload = 'upload' in input ? input.upload : null;
  if (upload !== null && upload !== undefined) {
    const isAlone = (text ?? null) === null && (path ?? null) === null;
    if (!isAlone)
      throw new BadUserInput('input.upload', 'must be left out where `input.text` or `input.path` is given');
    return { kind: 'upload', upload };
  }
  const hasText = text !== null && text !== undefined;
  const hasPath = path !== null && path !== undefined;
  if (hasText && hasPath) {
    throw new BadUserInput('input.path', 'must be left out where `input.text` is given: one of the two holds the list');
  }
  if (hasText) return { kind: 'text', text };
  if (hasPath) return { kind: 'path', path };
  throw new BadUserInput('input.text', 'must be given, or `input.path`: one of the two holds the list');
}

/**
 * The vocabulary that a panel must be, and the version that has it.
 * @throws ModelNotFound, AmbiguousModel, RegistryBadResponse; BadUserInput where the version has no vocabulary of genes, or one of another namespace
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
  const { digest, size, path } = vocabulary;
  return { version, vocabulary: { ref: version.ref, digest, size, file: version.artifactFile(path) } };
}

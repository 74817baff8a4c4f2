import { BadUserInput, StoreDamaged, VocabularyMismatch } from '#libs/errors';
import {
  type CheckedGenePanel,
  checkGenePanel,
  checkGeneSets,
  type GeneListSource,
  type GeneNamespace,
} from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import { resolveSlidePath } from '#gateway/slide-catalog';
import type { Uploads } from '#gateway/uploads';
import type { GeneCatalog } from './gene-catalog.service.js';
import type { Organism } from './gene-list-facts.js';
import type { GenePanel } from './gene-panel.entity.js';
import type { GeneSetCollection } from './gene-set-collection.entity.js';
import { Turns } from './turns.js';

const READ_TIMEOUT_MS = 25_000;
/** A list is read in a worker thread of its own, with memory for a large one. */
const MOST_READINGS = 2;
const ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u;
const MOST_CHARACTERS = { name: 200, version: 100, source: 1000, licence: 300 } as const;

/** What a caller states about a list. */
export interface StatedListFacts {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly namespace: GeneNamespace;
  readonly organism: Organism;
  readonly source: string;
  readonly licence: string;
}

/** Where a list is: with the request, or in a file, by path as the caller wrote it. */
export type ListToRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'upload'; readonly upload: string };

/** A vocabulary that a panel must be. */
export interface NeededVocabulary {
  readonly ref: string;
  readonly digest: string;
  readonly size: number;
  /** Its file, one term a line. */
  readonly file: string;
}

/** Who brings a list, and until when. */
export interface Bringer {
  readonly caller: { readonly tenant: string; readonly id: string };
  readonly signal: AbortSignal;
}

/** Takes gene panels and gene-set collections: read off the event loop, refused line by line, kept by digest. */
export class ImportGeneLists {
  private readonly turns = new Turns(MOST_READINGS);

  constructor(
    private readonly catalog: GeneCatalog,
    private readonly blobs: BlobStore,
    /** Folders under which list files may lie. */
    private readonly roots: readonly string[],
    private readonly uploads: Uploads,
  ) {}

  /**
   * @param needed the vocabulary that it must be, where the caller names a model version
   * @throws GeneListInvalid, GeneListTooLarge, BadUserInput, ArtifactInvalid, VocabularyMismatch, Conflict; nothing is stored then
   */
  async panel(
    facts: StatedListFacts,
    list: ListToRead & { readonly hasHeader: boolean },
    needed: NeededVocabulary | null,
    bringer: Bringer,
  ): Promise<GenePanel> {
    checkFacts(facts);
    const { source, options } = await this.readingOf(facts, list, bringer);
    const { hasHeader } = list;
    const compareWith = needed?.file ?? null;
    const panel = await this.turns.take(
      () => checkGenePanel(source, { ...options, hasHeader, compareWith }),
      bringer.signal,
    );
    if (needed) refuseOther(panel, needed);
    const { digest, geneCount, bytes } = panel;
    const row = { ...facts, ...origin(bringer, bytes), digest, geneCount };
    const known = await this.catalog.panels.known(row);
    if (known) return known;
    await this.keep(bytes, digest, bringer.signal);
    return this.catalog.panels.save(row);
  }

  /** @throws GeneListInvalid, GeneListTooLarge, BadUserInput, ArtifactInvalid, Conflict; nothing is stored then */
  async collection(facts: StatedListFacts, list: ListToRead, bringer: Bringer): Promise<GeneSetCollection> {
    checkFacts(facts);
    const { source, options } = await this.readingOf(facts, list, bringer);
    const { bytes, ...sets } = await this.turns.take(() => checkGeneSets(source, options), bringer.signal);
    const row = { ...facts, ...origin(bringer, bytes), ...sets };
    const known = await this.catalog.collections.known(row);
    if (known) return known;
    await this.keep(bytes, sets.digest, bringer.signal);
    return this.catalog.collections.save(row);
  }

  private async readingOf({ namespace }: StatedListFacts, list: ListToRead, { signal, caller }: Bringer) {
    const argument = `input.${list.kind}`;
    const source = await this.sourceOf(list, argument, caller.tenant);
    return { source, options: { namespace, argument, signal, timeoutMs: READ_TIMEOUT_MS } };
  }

  private async sourceOf(list: ListToRead, argument: string, tenant: string): Promise<GeneListSource> {
    switch (list.kind) {
      case 'text':
        return { kind: 'bytes', bytes: Buffer.from(list.text, 'utf8') };
      case 'path':
        return { kind: 'path', path: await resolveSlidePath(list.path, this.roots, argument) };
      case 'upload':
        return { kind: 'path', path: await this.uploads.pathOf(tenant, list.upload) };
    }
  }

  /** Durable before the row is: a row without its list is never seen, whenever the process ends. */
  private async keep(bytes: Uint8Array, digest: string, signal: AbortSignal): Promise<void> {
    const stored = await this.blobs.put(bytes, signal);
    if (stored.digest !== digest) throw new StoreDamaged('a gene list changed between its reading and its writing');
  }
}

function origin({ caller }: Bringer, bytes: Uint8Array) {
  return { tenant: caller.tenant, createdBy: caller.id, createdAt: new Date(), sizeBytes: bytes.byteLength };
}

/** @throws BadUserInput for an id or a text that no list has */
export function checkFacts(facts: StatedListFacts): void {
  if (!ID.test(facts.id)) {
    throw new BadUserInput('input.id', 'must be 1 to 100 lower-case letters, digits, dots, dashes or underscores');
  }
  for (const field of ['name', 'version', 'source', 'licence'] as const) {
    const text = facts[field];
    const most = MOST_CHARACTERS[field];
    if (text.trim() === '' || text.length > most || UNPRINTABLE.test(text)) {
      throw new BadUserInput(
        `input.${field}`,
        `must be 1 to ${most} characters, on one line and none of them invisible`,
      );
    }
  }
}

function refuseOther({ digest, geneCount, differsAt }: CheckedGenePanel, needed: NeededVocabulary): void {
  if (digest === needed.digest) return;
  throw new VocabularyMismatch(
    needed.ref,
    { digest: needed.digest, size: needed.size },
    { digest, size: geneCount },
    differsAt,
  );
}

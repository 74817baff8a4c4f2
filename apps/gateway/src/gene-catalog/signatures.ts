import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import { BadUserInput, NotFound, StoreDamaged } from '#libs/errors';
import { parseSignature, type Signature } from '#libs/transcriptomics';
import type { BlobStore } from '#gateway/blob-store';
import type { Uploads } from '#gateway/uploads';
import { type Bringer, checkFacts, type StatedListFacts } from './import-gene-lists.js';
import type { GeneCatalog } from './gene-catalog.service.js';
import type { GeneSignature } from './gene-signature.entity.js';

/** 20,000 weights are half of it. It is read on the event loop, once. */
const MOST_BYTES = 1024 * 1024;
const KEPT = 32;

/** A document, with the request or sent before. */
export type SignatureToRead = { readonly text: string } | { readonly upload: string };

/** Signatures: taken whole or not at all, and read again by digest. */
export class Signatures {
  private readonly kept = new LRUCache<string, Signature>({ max: KEPT });

  constructor(
    private readonly catalog: GeneCatalog,
    private readonly blobs: BlobStore,
    private readonly uploads: Uploads,
  ) {}

  /** @throws BadUserInput, NotFound for an upload that is none, Conflict; nothing is stored then */
  async register(facts: StatedListFacts, document: SignatureToRead, bringer: Bringer): Promise<GeneSignature> {
    checkFacts(facts);
    const { caller, signal } = bringer;
    const argument = 'text' in document ? 'input.text' : 'input.upload';
    const bytes = await this.read(document, caller.tenant, argument);
    const { kind, genes } = parseSignature(bytes, argument);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const counts = { sizeBytes: bytes.byteLength, geneCount: genes.length };
    const origin = { tenant: caller.tenant, createdBy: caller.id, createdAt: new Date() };
    const row = { ...facts, ...origin, ...counts, digest, kind };
    const known = await this.catalog.signatures.known(row);
    if (known) return known;
    const stored = await this.blobs.put(bytes, signal);
    if (stored.digest !== digest) throw new StoreDamaged('a signature changed between its reading and its writing');
    return this.catalog.signatures.save(row);
  }

  /** @throws NotFound */
  async find(tenant: string, id: string, signal: AbortSignal): Promise<{ row: GeneSignature; signature: Signature }> {
    const row = await this.catalog.signatures.byId(tenant, id);
    if (!row) throw new NotFound('signature');
    const known = this.kept.get(row.digest);
    if (known) return { row, signature: known };
    const signature = parseSignature(await this.blobs.read(row.digest, signal), 'signature');
    this.kept.set(row.digest, signature);
    return { row, signature };
  }

  private async read(document: SignatureToRead, tenant: string, argument: string): Promise<Uint8Array> {
    if ('text' in document) return refuseLarge(Buffer.from(document.text, 'utf8'), argument);
    const path = await this.uploads.pathOf(tenant, document.upload);
    if ((await stat(path)).size > MOST_BYTES) throw tooLarge(argument);
    return refuseLarge(await readFile(path), argument);
  }
}

function refuseLarge(bytes: Uint8Array, argument: string): Uint8Array {
  if (bytes.byteLength > MOST_BYTES) throw tooLarge(argument);
  return bytes;
}

function tooLarge(argument: string): BadUserInput {
  return new BadUserInput(argument, `must have at most ${MOST_BYTES} bytes`);
}

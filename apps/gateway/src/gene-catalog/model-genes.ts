import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { LRUCache } from 'lru-cache';
import { BadUserInput, RegistryBadResponse } from '#libs/errors';
import { GeneNames, PanelIndex } from '#libs/transcriptomics';
import type { ModelVersion } from '#model-registry';

const KEPT_VERSIONS = 32;
const ROWS_AT_ONCE = 1000;
/** Reading goes on when whoever asked first has left: others may want it. */
const NEVER = new AbortController().signal;

/** What a version's card says of how well it predicts a gene. Null where its table has no number. */
export interface GeneQuality {
  readonly r: number | null;
  readonly p: number | null;
  readonly q: number | null;
  readonly rmse: number | null;
  readonly n: number | null;
  readonly passed: boolean;
  readonly cohort: string | null;
}

/** The genes of a version, by any name, or its pathways; and its evidence on each. */
export interface VersionGenes {
  readonly index: PanelIndex;
  /** By the names of the panel; null where the card lists no such table. */
  readonly quality: ReadonlyMap<string, GeneQuality> | null;
}

/** The genes that versions predict. Read from their files once, a piece at a time, and kept by digest. */
export class ModelGenes {
  private readonly kept = new LRUCache<string, Promise<VersionGenes>>({ max: KEPT_VERSIONS });
  private names: Promise<GeneNames | null> | undefined;

  /** @param symbolTable path of HGNC's complete set, as text or gzipped; null where the operator has none */
  constructor(private readonly symbolTable: string | null) {}

  /** @throws BadUserInput for a version whose outputs are no genes; RegistryBadResponse for files that are not as the card says */
  async of(version: ModelVersion): Promise<VersionGenes> {
    return this.once(version, 'GENES');
  }

  /** The same for pathways: each is found by its own name, in any case. @throws as `of` does */
  async pathwaysOf(version: ModelVersion): Promise<VersionGenes> {
    return this.once(version, 'PATHWAYS');
  }

  private async once(version: ModelVersion, kind: 'GENES' | 'PATHWAYS'): Promise<VersionGenes> {
    if (version.card.vocabulary?.kind !== kind)
      throw new BadUserInput('model', `must name a version whose vocabulary is ${kind.toLowerCase()}`);
    const known = this.kept.get(version.digest);
    if (known) return known;
    const read = this.read(version);
    this.kept.set(version.digest, read);
    // What failed is tried again next time.
    read.catch(() => this.kept.delete(version.digest));
    return read;
  }

  private async read(version: ModelVersion): Promise<VersionGenes> {
    const { vocabulary } = version.card;
    if (!vocabulary) throw new RegistryBadResponse('a card has no vocabulary');
    const text = await readFile(version.artifactFile(vocabulary.path), 'utf8');
    const genes = text.trimEnd().split('\n');
    if (genes.length !== vocabulary.size)
      throw new RegistryBadResponse('a vocabulary has another length than its card says');
    const { qualityPath } = vocabulary;
    return {
      index: await PanelIndex.over(genes, vocabulary.kind === 'GENES' ? await this.symbols() : null, NEVER),
      quality: qualityPath ? await qualityOf(await readFile(version.artifactFile(qualityPath), 'utf8')) : null,
    };
  }

  /** The table of symbols: read once, when somebody asks. */
  symbols(): Promise<GeneNames | null> {
    this.names ??= readNames(this.symbolTable);
    return this.names;
  }
}

async function readNames(path: string | null): Promise<GeneNames | null> {
  if (path === null) return null;
  const bytes = await readFile(path);
  return GeneNames.read(path.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes, NEVER);
}

async function qualityOf(text: string): Promise<ReadonlyMap<string, GeneQuality>> {
  const [heading = '', ...lines] = text.trimEnd().split('\n');
  const columns = new Map(heading.split('\t').map((name, column) => [name, column]));
  const quality = new Map<string, GeneQuality>();
  for (const [row, line] of lines.entries()) {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[columns.get(name) ?? -1] ?? '';
    const number = (name: string): number | null =>
      cell(name) === '' || !Number.isFinite(Number(cell(name))) ? null : Number(cell(name));
    const numbers = { r: number('r'), p: number('p'), q: number('q'), rmse: number('rmse'), n: number('n') };
    const cohort = cell('cohort');
    quality.set(cell('term'), { ...numbers, passed: cell('passed') === 'true', cohort: cohort === '' ? null : cohort });
    if (row % ROWS_AT_ONCE === 0) await nextTurn();
  }
  return quality;
}

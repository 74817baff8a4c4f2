import type { MlflowClient, MlflowModel, MlflowVersion } from '#libs/mlflow-client';
import { inLanes } from '../../in-lanes.js';
import { isAlias, isModelName, isVersion } from '../../model-ref.js';
import type { QuarantinedEntry } from '../../registered-model.js';
import type { WritableServer } from '../../writes/through/through-plan.js';
import { shownPath } from '../shown-path.js';
import type { ProposedAliases, RegistrySource, SourceProposal } from '../registry-source.js';
import { ContentStore } from './content-store.js';
import { hasCard } from './published-files.js';
import { serverLayer } from './server-layer.js';
import { VersionCatalogue } from './version-catalogue.js';
import { VersionReader } from './version-reader.js';

const POLL_MS = 30_000;
const FULL_SWEEP_MS = 600_000;
/** The first reading of a large server fetches every card; where each request costs the server a password hash that takes minutes. */
const READING_MS = 900_000;
const PARALLEL = 4;

export interface MlflowSourceOptions {
  readonly id: string;
  readonly client: MlflowClient;
  /** A folder for what was fetched; it may be emptied at any time. */
  readonly cacheDir: string;
  /** How often the registry reads it again, in milliseconds; 30,000 unless stated, 0 is never. */
  readonly pollMs?: number;
  /** How often every version is looked at and not only those that the server calls updated; 600,000 unless stated. */
  readonly fullSweepMs?: number;
  /** Where writes to it are made; without it the source is only read. */
  readonly server?: WritableServer;
  /** Names of aliases to ask for one by one, for servers whose listings leave them out. */
  readonly probedAliases?: readonly string[];
}

/**
 * One MLflow server as a source. A version counts as one of Tessera's if its tag `tessera.card.sha256` says that it has a card; the card,
 * and not the tag, decides. Everything that the server says is untrusted.
 */
export class MlflowSource implements RegistrySource {
  readonly kind = 'MLFLOW';
  readonly isRemote = true;
  readonly readingMs = READING_MS;
  readonly id: string;
  readonly pollMs: number;
  readonly server?: WritableServer;
  private readonly client: MlflowClient;
  private readonly reader: VersionReader;
  private readonly catalogue: VersionCatalogue;
  private readonly probedAliases: readonly string[];

  constructor(options: MlflowSourceOptions) {
    const { id, client, cacheDir, pollMs = POLL_MS, fullSweepMs = FULL_SWEEP_MS, probedAliases = [] } = options;
    this.id = id;
    this.client = client;
    this.pollMs = pollMs;
    if (options.server) this.server = options.server;
    this.reader = new VersionReader(client, new ContentStore(cacheDir));
    this.catalogue = new VersionCatalogue(client, fullSweepMs);
    this.probedAliases = probedAliases;
  }

  lookAtEverything(): void {
    this.catalogue.expectChange();
  }

  /** @throws RegistryUnavailable, RegistryBadResponse, or the signal's reason */
  async propose(signal: AbortSignal): Promise<SourceProposal> {
    const models = await this.client.models(signal);
    const listed = await this.catalogue.versionsOf(models, signal);
    const ours = listed.filter(hasCard);
    const named = ours.filter(({ name, version }) => isModelName(name) && isVersion(version));
    this.reader.turn();
    return {
      versions: await inLanes(named, PARALLEL, (version) => this.reader.read(version, signal)),
      aliases: await this.aliasesOf(models, named, signal),
      refused: ours.filter((version) => !named.includes(version)).map(misnamed),
      unreadable: [],
      withoutCard: listed.length - ours.length,
      written: serverLayer(models, named),
    };
  }

  private async aliasesOf(
    models: readonly MlflowModel[],
    versions: readonly MlflowVersion[],
    signal: AbortSignal,
  ): Promise<readonly ProposedAliases[]> {
    const since = new Date().toISOString();
    const proposed: ProposedAliases[] = [];
    for (const { name, aliases } of models) {
      const numbers = new Set(versions.filter((version) => version.name === name).map(({ version }) => version));
      if (numbers.size === 0) continue;
      const found = { ...aliases, ...(await this.probe(name, signal)) };
      // An alias on a version without a card is about another use of the model; one that no reference can hold is nobody's.
      const json = Object.fromEntries(Object.entries(found).filter(([alias, to]) => isAlias(alias) && numbers.has(to)));
      proposed.push({ name, document: { kind: 'JSON', path: `${name}/aliases`, json, since } });
    }
    return proposed;
  }

  private async probe(name: string, signal: AbortSignal): Promise<Readonly<Record<string, string>>> {
    const found: Record<string, string> = {};
    for (const alias of this.probedAliases) {
      const version = await this.client.alias(name, alias, signal);
      if (version !== null) found[alias] = version;
    }
    return found;
  }
}

function misnamed({ name, version }: MlflowVersion): QuarantinedEntry {
  return {
    path: shownPath(`${name}/${version}`),
    code: 'REGISTRY_BAD_RESPONSE',
    reason:
      'no reference can name it: a model has lower-case letters, digits, dots, dashes and underscores, at most 100',
    problems: [],
  };
}

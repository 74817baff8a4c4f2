import type { MlflowClient, MlflowModel, MlflowVersion } from '#libs/mlflow-client';

/** Clocks of a server's machines differ, and a version may be written while a page is read. */
const OVERLAP_MS = 60_000;

/**
 * The list of a server's versions, kept up to date at little cost: now and then all of them, in between those that were updated since.
 * Tags and deletions update nothing in a server's sense and are seen with the next full look.
 */
export class VersionCatalogue {
  private versions = new Map<string, MlflowVersion[]>();
  private fullLookAtMs = -Infinity;
  private isChangeExpected = false;

  constructor(
    private readonly client: MlflowClient,
    private readonly fullLookMs: number,
  ) {}

  /** Somebody says that something changed: the next look is at everything. */
  expectChange(): void {
    this.isChangeExpected = true;
  }

  /** The versions of the models that the server has now. @throws what the client throws; then the list stays as it was */
  async versionsOf(models: readonly MlflowModel[], signal: AbortSignal): Promise<readonly MlflowVersion[]> {
    const isFull = this.isChangeExpected || performance.now() - this.fullLookAtMs >= this.fullLookMs;
    const startedAt = performance.now();
    // Before the look: a hint that comes while it is under way is for the next one.
    this.isChangeExpected = false;
    try {
      const found = await this.client.versions(signal, isFull ? 0 : this.newestMs() - OVERLAP_MS);
      this.versions = isFull ? group(found) : new Map([...this.versions, ...group(found)]);
    } catch (error) {
      this.isChangeExpected ||= isFull;
      throw error;
    }
    if (isFull) this.fullLookAtMs = startedAt;
    const names = new Set(models.map(({ name }) => name));
    return [...this.versions.values()].flat().filter(({ name }) => names.has(name));
  }

  private newestMs(): number {
    return [...this.versions.values()].flat().reduce((newest, version) => Math.max(newest, version.lastUpdatedMs), 0);
  }
}

/** By name and number. Two that say they are one version both stay: the registry judges that. */
function group(versions: readonly MlflowVersion[]): Map<string, MlflowVersion[]> {
  const grouped = new Map<string, MlflowVersion[]>();
  for (const version of versions) {
    const key = JSON.stringify([version.name, version.version]);
    grouped.set(key, [...(grouped.get(key) ?? []), version]);
  }
  return grouped;
}

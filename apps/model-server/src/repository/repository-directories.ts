import { InvalidConfig } from '#libs/errors';
import { mergeModels, scanDirectory, UnreadableDirectory, type FoundModel } from './scan-repository.js';

/** The models directories, looked at again and again. One that cannot be read for the moment stands as it was seen last. */
export class RepositoryDirectories {
  private readonly lastSeen = new Map<string, readonly FoundModel[]>();
  private readonly complaints = new Map<string, string>();

  constructor(
    private readonly directories: readonly string[],
    private readonly log: (line: string) => void,
  ) {}

  /** @throws InvalidConfig when a directory cannot be read */
  async firstLook(): Promise<ReadonlyMap<string, FoundModel>> {
    for (const directory of this.directories) await this.read(directory);
    return this.merged();
  }

  /** A directory that cannot be read is left as it was, with a line in the log when that begins. */
  async look(): Promise<ReadonlyMap<string, FoundModel>> {
    for (const directory of this.directories) {
      await this.read(directory).then(
        () => this.complaints.delete(directory),
        (error: unknown) => this.complain(directory, error),
      );
    }
    return this.merged();
  }

  private merged(): ReadonlyMap<string, FoundModel> {
    return mergeModels(this.directories.map((directory) => this.lastSeen.get(directory) ?? []));
  }

  private async read(directory: string): Promise<void> {
    const models = await scanDirectory(directory).catch((error: unknown) => {
      if (!(error instanceof UnreadableDirectory)) throw error;
      throw new InvalidConfig('--models', `names a directory that cannot be read (${error.reason})`);
    });
    this.lastSeen.set(directory, models);
  }

  private complain(directory: string, error: unknown): void {
    const text = error instanceof Error ? error.message : 'a models directory cannot be read';
    if (this.complaints.get(directory) === text) return;
    this.complaints.set(directory, text);
    this.log(text);
  }
}

import type { Json } from './json.js';

/** A version as the server's REST API tells it. */
export interface ListedVersion {
  readonly version: string;
  readonly source: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Looks at an MLflow server from outside, without any client of ours or of MLflow's. */
export class MlflowRest {
  /** @param authorization where the server asks for a login */
  constructor(
    private readonly url: string,
    private readonly authorization?: string,
  ) {}

  /** The lowest number first. */
  async versions(name: string): Promise<readonly ListedVersion[]> {
    const filter = encodeURIComponent(`name = '${name}'`);
    const { model_versions = [] } = await this.get(`model-versions/search?max_results=200&filter=${filter}`);
    const listed: readonly ListedVersion[] = model_versions.map(({ version, source, tags = [] }: Json) => ({
      version,
      source,
      tags: Object.fromEntries(tags.map(({ key, value }: Json) => [key, value])),
    }));
    return [...listed].sort((a, b) => Number(a.version) - Number(b.version));
  }

  async version(name: string, number: string): Promise<ListedVersion> {
    const found = (await this.versions(name)).find(({ version }) => version === number);
    if (!found) throw new Error(`there is no version ${number} of ${name}`);
    return found;
  }

  async aliases(name: string): Promise<Readonly<Record<string, string>>> {
    const { aliases = [] } = (await this.get(`registered-models/get?name=${name}`)).registered_model;
    return Object.fromEntries(aliases.map(({ alias, version }: Json) => [alias, version]));
  }

  /** How many runs all experiments have together. */
  async runs(): Promise<number> {
    const { experiments } = await this.get('experiments/search?max_results=100');
    const ids = experiments.map((experiment: Json) => experiment.experiment_id);
    const { runs = [] } = await this.post('runs/search', { experiment_ids: ids, max_results: 1000 });
    return runs.length;
  }

  async createModel(name: string): Promise<void> {
    await this.post('registered-models/create', { name });
  }

  /** A user of MLflow's own login, with the permissions that everybody has. */
  async createUser(username: string, password: string): Promise<void> {
    await this.post('users/create', { username, password });
  }

  async deleteVersion(name: string, version: string): Promise<void> {
    await this.post('model-versions/delete', { name, version }, 'DELETE');
  }

  /** Has the server give the next number, and takes that version away again: the number does not come back. */
  async burnVersion(name: string, version: string): Promise<void> {
    const query = new URLSearchParams({ name, version }).toString();
    const { source, run_id } = (await this.get(`model-versions/get?${query}`)).model_version;
    const model_id = /^models:\/(m-[0-9a-f]{32})$/.exec(source)?.[1];
    const made = await this.post('model-versions/create', { name, source, run_id, model_id });
    await this.deleteVersion(name, made.model_version.version);
  }

  /** Takes every registered model out, with its versions and aliases. */
  async deleteModels(): Promise<void> {
    const { registered_models = [] } = await this.get('registered-models/search?max_results=1000');
    for (const { name } of registered_models) await this.post('registered-models/delete', { name }, 'DELETE');
  }

  /** The bytes of a file below a version's artifact root; null if there is none. */
  async artifact(name: string, version: string, path: string): Promise<Buffer | null> {
    const query = new URLSearchParams({ name, version, path }).toString();
    const answer = await fetch(`${this.url}/model-versions/get-artifact?${query}`, { headers: this.login() });
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
  }

  private login(): Record<string, string> {
    return this.authorization === undefined ? {} : { authorization: this.authorization };
  }

  private async get(path: string): Promise<Json> {
    return (await fetch(`${this.url}/api/2.0/mlflow/${path}`, { headers: this.login() })).json();
  }

  private async post(path: string, body: object, method = 'POST'): Promise<Json> {
    const headers = { 'content-type': 'application/json', ...this.login() };
    const answer = await fetch(`${this.url}/api/2.0/mlflow/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  }
}

import { Refusal } from '../refusal.js';
import type { IndexEntry } from '../repository/served-version.js';
import type { ServerParts } from './server-parts.js';

/** What may stand in the body of a load: nothing. In that of an unload: a flag without a meaning for models that stand alone. */
const KNOWN_PARAMETERS = { load: [], unload: ['unload_dependents'] } as const satisfies Record<
  string,
  readonly string[]
>;

/**
 * Loads or unloads a model by request.
 * @param parameters names of the parameters that the request has
 * @throws Refusal
 */
export async function controlModel(
  { config, repository }: ServerParts,
  action: 'load' | 'unload',
  name: string,
  parameters: readonly string[],
): Promise<void> {
  if (config.control.kind === 'none')
    throw new Refusal('unsupported', 'this server was started with --model-control-mode none');
  const known: readonly string[] = KNOWN_PARAMETERS[action];
  if (parameters.some((parameter) => !known.includes(parameter)))
    throw new Refusal('unsupported', `a parameter of the ${action} is not supported: models come from the directories`);
  await (action === 'load' ? repository.load(name) : repository.unload(name));
}

/** The repository index, all of it or what is ready. */
export function indexOf({ repository }: ServerParts, onlyReady: boolean): readonly IndexEntry[] {
  const entries = repository.index();
  return onlyReady ? entries.filter(({ state }) => state === 'READY') : entries;
}

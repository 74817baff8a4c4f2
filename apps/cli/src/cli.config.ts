import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './cli-errors.js';

/** What every command line can say. */
export interface GlobalOptions {
  readonly url?: string;
  readonly apiKeyEnv?: string;
  readonly timeout?: number;
  readonly json?: boolean;
  readonly full?: boolean;
  /** Commander's name for `--no-color`. */
  readonly color?: boolean;
}

/** The effective settings of this run, and where the address came from. */
export interface CliSettings {
  readonly url: string;
  readonly urlSource: '--url' | 'TESSERA_URL' | 'default';
  readonly apiKeyEnv: string;
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly json: boolean;
  readonly full: boolean;
  readonly isColourAllowed: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_URL = 'http://127.0.0.1:4000';
export const DEFAULT_KEY_VARIABLE = 'TESSERA_API_KEY';
export const DEFAULT_TIMEOUT_S = 40;

/** Joins the command line and the environment. @throws UsageError when the variable named for the key is empty */
export function readSettings(options: GlobalOptions, environment: Environment = process.env): CliSettings {
  const fromEnvironment = environment['TESSERA_URL'] || undefined;
  const apiKeyEnv = options.apiKeyEnv ?? DEFAULT_KEY_VARIABLE;
  const apiKey = environment[apiKeyEnv] || null;
  if (options.apiKeyEnv !== undefined && apiKey === null) {
    throw new UsageError('The environment variable that --api-key-env names is empty or not set.');
  }
  return {
    url: options.url ?? fromEnvironment ?? DEFAULT_URL,
    urlSource: options.url !== undefined ? '--url' : fromEnvironment !== undefined ? 'TESSERA_URL' : 'default',
    apiKeyEnv,
    apiKey,
    timeoutMs: (options.timeout ?? DEFAULT_TIMEOUT_S) * 1000,
    json: options.json ?? false,
    full: options.full ?? false,
    // https://no-color.org
    isColourAllowed: (options.color ?? true) && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
  };
}

/** The version in the project's package.json, which lies above this file both in the sources and in dist. */
export function readVersion(): string {
  for (let folder = new URL('.', import.meta.url); folder.pathname !== '/'; folder = new URL('..', folder)) {
    const file = new URL('package.json', folder);
    if (!existsSync(file)) continue;
    const { version }: { version?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof version === 'string') return version;
  }
  return 'unknown';
}

import { z } from 'zod';
import { InvalidConfig } from '#libs/errors';
import { httpUrl } from './http-url.js';
import { type Environment, readFile, readSecret, secret } from './secrets.js';

const credentials = z.union([
  z.strictObject({ username: z.string().min(1), password: secret }),
  z.strictObject({ token: secret }),
]);

const seconds = z.number().positive().max(86_400);

/** An MLflow server, as the configuration file names it. */
export const registrySource = z.strictObject({
  id: z
    .string()
    .regex(/^(?!local(-\d+)?$)[a-z0-9][a-z0-9-]{0,62}$/)
    .describe(
      'Stands before the names of its models, as in `hospital-a:name/3`. `local` and `local-2` are the directories.',
    ),
  kind: z.literal('mlflow'),
  url: httpUrl.describe('The address of the server, with its path where it lies under one.'),
  staticPrefix: z
    .string()
    .regex(/^(\/[A-Za-z0-9._~-]+)+$/)
    .optional()
    .describe('What the server was started with as MLFLOW_STATIC_PREFIX.'),
  credentials: credentials.optional(),
  writable: z
    .boolean()
    .default(false)
    .describe('Whether mutations of aliases, tags, descriptions and calibration records are made on the server.'),
  writeCredentials: credentials
    .optional()
    .describe('Used for writes, and the looks around them, where those of reading may not write.'),
  headers: z.record(z.string(), z.string()).optional().describe('Sent with every request. Not for secrets.'),
  caFile: z.string().min(1).optional().describe('Certificates (PEM) to trust instead of the system’s.'),
  clientCertificate: z.strictObject({ certFile: z.string().min(1), keyFile: z.string().min(1) }).optional(),
  timeoutMs: z.int().min(100).max(120_000).default(10_000).describe('For one request.'),
  maxConcurrent: z.int().min(1).max(32).default(4).describe('Requests under way at once.'),
  pollSeconds: seconds.default(30).describe('How often it is asked for what is new, a fifth more or less.'),
  fullSweepSeconds: seconds
    .default(600)
    .describe('How often everything is looked at; tags and deletions show only then.'),
  probedAliases: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/))
    .max(20)
    .default([])
    .describe('Aliases to ask for one by one, for managed servers whose listings leave them out.'),
  webhookSecret: secret.optional().describe('Of a webhook that calls /webhooks/mlflow/ID, at least 16 characters.'),
});

type SourceInFile = z.infer<typeof registrySource>;

/** An MLflow server with its secrets. Never print it: see `printableSource`. */
export type RegistrySourceSettings = Omit<
  SourceInFile,
  'credentials' | 'writeCredentials' | 'caFile' | 'clientCertificate' | 'webhookSecret'
> & {
  readonly credentials: RegistryCredentials;
  /** Null where nothing is written: what it reads with may be what it writes with. */
  readonly writeCredentials: RegistryCredentials | null;
  readonly ca: string | null;
  readonly clientCertificate: { readonly cert: string; readonly key: string } | null;
  readonly webhookSecret: string | null;
};

type RegistryCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string };

/**
 * Fetches what the file only points at: secrets and certificates.
 * @throws InvalidConfig that names the place and the rule, never a value
 */
export function loadRegistrySource(
  source: SourceInFile,
  index: number,
  environment: Environment,
): RegistrySourceSettings {
  const at = (part: string): string => `TESSERA_CONFIG at /registrySources/${index}/${part}`;
  const { credentials, writeCredentials, caFile, clientCertificate, webhookSecret, ...rest } = source;
  const webhook = webhookSecret ? readSecret(webhookSecret, at('webhookSecret'), environment) : null;
  if (webhook !== null && webhook.length < 16) {
    throw new InvalidConfig(
      at('webhookSecret'),
      'must be at least 16 characters: whoever guesses it can make the gateway ask',
    );
  }
  return {
    ...rest,
    credentials: readCredentials(credentials, at('credentials'), environment),
    writeCredentials: writeCredentialsOf(source, at, environment),
    ca: caFile === undefined ? null : readFile(caFile, at('caFile')),
    clientCertificate: clientCertificate
      ? {
          cert: readFile(clientCertificate.certFile, at('clientCertificate/certFile')),
          key: readFile(clientCertificate.keyFile, at('clientCertificate/keyFile')),
        }
      : null,
    webhookSecret: webhook,
  };
}

/** A source as it may be shown. */
export function printableSource(source: RegistrySourceSettings): Readonly<Record<string, unknown>> {
  return {
    ...source,
    credentials: source.credentials.kind,
    writeCredentials: source.writeCredentials?.kind ?? null,
    headers: Object.keys(source.headers ?? {}),
    ca: source.ca === null ? null : '(set)',
    clientCertificate: source.clientCertificate === null ? null : '(set)',
    webhookSecret: source.webhookSecret === null ? null : '(set)',
  };
}

function writeCredentialsOf(
  { writable, credentials, writeCredentials }: SourceInFile,
  at: (part: string) => string,
  environment: Environment,
): RegistryCredentials | null {
  if (!writable && writeCredentials) {
    throw new InvalidConfig(at('writeCredentials'), 'must be left out unless `writable` is true');
  }
  if (!writable) return null;
  return writeCredentials
    ? readCredentials(writeCredentials, at('writeCredentials'), environment)
    : readCredentials(credentials, at('credentials'), environment);
}

function readCredentials(
  credentials: SourceInFile['credentials'],
  at: string,
  environment: Environment,
): RegistryCredentials {
  if (credentials === undefined) return { kind: 'none' };
  if ('token' in credentials)
    return { kind: 'bearer', token: readSecret(credentials.token, `${at}/token`, environment) };
  const { username, password } = credentials;
  return { kind: 'basic', username, password: readSecret(password, `${at}/password`, environment) };
}

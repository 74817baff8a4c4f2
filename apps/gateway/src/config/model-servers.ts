import { z } from 'zod';
import type { TlsOptions } from '#libs/inference-client';
import { httpUrl } from './http-url.js';
import { type Environment, readFile, readSecret, secret } from './secrets.js';

const modelVersionRef = z.string().regex(/^[a-z0-9][a-z0-9._-]*:[A-Za-z0-9][A-Za-z0-9._-]*\/[1-9][0-9]*$/);

const placement = z
  .strictObject({
    model: modelVersionRef.describe('The model version: `source:name/version`.'),
    as: z
      .strictObject({
        name: z.string().min(1).max(200),
        version: z
          .string()
          .min(1)
          .max(50)
          .nullable()
          .describe('Null for a server that holds one version of a model and takes no number, as KServe does.'),
      })
      .describe('Name and version under which the server holds it.'),
  })
  .describe('Where a version runs.');

const headers = z
  .record(z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/), z.union([z.string(), secret]))
  .describe('Sent with every call: a text, or where a secret is.');

/** A model server, as the configuration file names it. */
export const modelServer = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/),
    url: httpUrl.optional().describe('Root of its Open Inference Protocol v2 endpoints over REST.'),
    grpc: z
      .string()
      .regex(/^(dns:\/\/\/|grpcs?:\/\/)?[A-Za-z0-9.[\]:_-]{1,255}:[0-9]{1,5}$/)
      .optional()
      .describe(
        'Its gRPC address: `host:port`, `grpcs://host:port` over TLS, `dns:///host:port` for all hosts of a name.',
      ),
    transport: z
      .enum(['probe', 'binary', 'grpc', 'json'])
      .default('probe')
      .describe('How tensors travel. `probe` finds out what the server speaks: binary tensors, else gRPC, else JSON.'),
    headers: headers.optional(),
    grpcHeaders: headers.optional().describe('The same over gRPC; `headers` where it is left out.'),
    caFile: z.string().min(1).optional().describe('Certificates (PEM) to trust instead of the system’s.'),
    clientCertificate: z.strictObject({ certFile: z.string().min(1), keyFile: z.string().min(1) }).optional(),
    maxInFlight: z
      .int()
      .min(1)
      .max(1_000)
      .optional()
      .describe('Calls at the server at once; TESSERA_LIMIT_SERVER_IN_FLIGHT.'),
    placements: z.array(placement).optional(),
  })
  .refine(({ url, grpc }) => url !== undefined || grpc !== undefined, {
    message: 'must have a url, a grpc address or both',
  });

type ServerInFile = z.infer<typeof modelServer>;

/** A model server with its secrets. Never print it: see `printableModelServer`. */
export interface ModelServerSettings {
  readonly id: string;
  readonly url?: string | undefined;
  readonly grpc?: string | undefined;
  readonly transport?: ServerInFile['transport'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly grpcHeaders?: Readonly<Record<string, string>>;
  readonly tls?: TlsOptions;
  readonly maxInFlight?: number | undefined;
  readonly placements?: ServerInFile['placements'];
}

/**
 * Fetches what the file only points at: secrets and certificates.
 * @throws InvalidConfig that names the place and the rule, never a value
 */
export function loadModelServer(server: ServerInFile, index: number, environment: Environment): ModelServerSettings {
  const at = (part: string): string => `TESSERA_CONFIG at /modelServers/${index}/${part}`;
  const { headers: plain, grpcHeaders, caFile, clientCertificate: own, ...rest } = server;
  const tls = {
    ...(caFile === undefined ? {} : { ca: readFile(caFile, at('caFile')) }),
    ...(own && {
      cert: readFile(own.certFile, at('clientCertificate/certFile')),
      key: readFile(own.keyFile, at('clientCertificate/keyFile')),
    }),
  };
  return {
    ...rest,
    ...(plain && { headers: readHeaders(plain, at('headers'), environment) }),
    ...(grpcHeaders && { grpcHeaders: readHeaders(grpcHeaders, at('grpcHeaders'), environment) }),
    ...(Object.keys(tls).length > 0 && { tls }),
  };
}

/** A server as it may be shown. */
export function printableModelServer(server: ModelServerSettings): Readonly<Record<string, unknown>> {
  const { headers: plain, grpcHeaders, tls, ...rest } = server;
  return {
    ...rest,
    ...(plain && { headers: Object.keys(plain) }),
    ...(grpcHeaders && { grpcHeaders: Object.keys(grpcHeaders) }),
    ...(tls && { tls: '(set)' }),
  };
}

function readHeaders(
  stated: NonNullable<ServerInFile['headers']>,
  at: string,
  environment: Environment,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(stated).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : readSecret(value, `${at}/${name}`, environment),
    ]),
  );
}

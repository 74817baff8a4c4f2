import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { InvalidConfig } from '#libs/errors';
import { HELP } from './help.js';

export interface ModelServerConfig {
  readonly modelDirs: readonly string[];
  readonly host: string;
  readonly port: number;
  /** Worker threads that hold sessions. */
  readonly workers: number;
  /** Threads of ONNX Runtime inside one run. */
  readonly threads: number;
  readonly maxBodyBytes: number;
  /** Requests that may wait for one model version. */
  readonly maxQueued: number;
  readonly drainMs: number;
  /** Null: no gRPC. */
  readonly grpcPort: number | null;
  readonly control: ModelControl;
  /** Models to load at the start; null for all. */
  readonly startsWith: readonly string[] | null;
  readonly memoryBudgetBytes: number | null;
  /** Most rows of several requests that run as one. */
  readonly maxBatch: number;
}

/** Who says which models are loaded: nobody after the start, callers, or callers and the directories. */
export type ModelControl = { readonly kind: 'none' | 'explicit' } | { readonly kind: 'poll'; readonly everyMs: number };

export type CommandLine =
  { readonly kind: 'help'; readonly text: string } | { readonly kind: 'serve'; readonly config: ModelServerConfig };

const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^[0-9]{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const RULES = {
  host: { schema: z.string().min(1), rule: 'must be a host name or address' },
  port: { schema: integer(0, 65535), rule: 'must be a port from 0 to 65535' },
  workers: { schema: integer(1, 256), rule: 'must be an integer from 1 to 256' },
  threads: { schema: integer(1, 256), rule: 'must be an integer from 1 to 256' },
  'max-body-mib': { schema: integer(1, 2047), rule: 'must be an integer from 1 to 2047' },
  'max-queue': { schema: integer(0, 100_000), rule: 'must be an integer from 0 to 100000' },
  'grpc-port': { schema: integer(0, 65535), rule: 'must be a port from 0 to 65535' },
  'model-control-mode': { schema: z.enum(['none', 'explicit', 'poll']), rule: 'must be none, explicit or poll' },
  'repository-poll-secs': { schema: integer(1, 86_400), rule: 'must be an integer from 1 to 86400' },
  'memory-budget-mib': { schema: integer(1, 999_999), rule: 'must be an integer from 1 to 999999' },
  'max-batch': { schema: integer(1, 4096), rule: 'must be an integer from 1 to 4096' },
  'drain-seconds': { schema: integer(0, 3600), rule: 'must be an integer from 0 to 3600' },
} as const;

/**
 * Reads the command line and the environment; nothing else in this program does.
 * @throws InvalidConfig that names the option
 */
export function readCommandLine(argv = process.argv.slice(2), env: NodeJS.ProcessEnv = process.env): CommandLine {
  const values = parseOptions(argv);
  if (values.help === true) return { kind: 'help', text: HELP };
  const modelDirs = values.models ?? (env['TESSERA_MODEL_DIRS'] ?? '').split(':').filter((dir) => dir !== '');
  if (modelDirs.length === 0) throw new InvalidConfig('--models', 'must name a directory; see --help');
  const config: ModelServerConfig = {
    modelDirs,
    host: check('host', values.host ?? '127.0.0.1'),
    port: check('port', values.port ?? '8000'),
    workers: check('workers', values.workers ?? String(Math.min(2, availableParallelism()))),
    threads: check('threads', values.threads ?? '1'),
    maxBodyBytes: check('max-body-mib', values['max-body-mib'] ?? '64') * 2 ** 20,
    maxQueued: check('max-queue', values['max-queue'] ?? '32'),
    drainMs: check('drain-seconds', values['drain-seconds'] ?? '25') * 1000,
    grpcPort: values['grpc-port'] === undefined ? null : check('grpc-port', values['grpc-port']),
    control: readControl(values),
    startsWith: readStart(values['load-model']),
    memoryBudgetBytes: readBudget(values['memory-budget-mib']),
    maxBatch: check('max-batch', values['max-batch'] ?? '32'),
  };
  return { kind: 'serve', config };
}

function readControl(values: ReturnType<typeof parseOptions>): ModelControl {
  const kind = check('model-control-mode', values['model-control-mode'] ?? 'explicit');
  const seconds = check('repository-poll-secs', values['repository-poll-secs'] ?? '2');
  return kind === 'poll' ? { kind, everyMs: seconds * 1000 } : { kind };
}

function readStart(names: readonly string[] | undefined): readonly string[] | null {
  return names === undefined || names.includes('*') ? null : names;
}

function readBudget(text: string | undefined): number | null {
  return text === undefined ? null : check('memory-budget-mib', text) * 2 ** 20;
}

/** Whether an address is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function parseOptions(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...argv],
      options: {
        models: { type: 'string', multiple: true },
        host: text,
        port: text,
        workers: text,
        threads: text,
        'max-body-mib': text,
        'max-queue': text,
        'drain-seconds': text,
        'grpc-port': text,
        'model-control-mode': text,
        'repository-poll-secs': text,
        'load-model': { type: 'string', multiple: true },
        'memory-budget-mib': text,
        'max-batch': text,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new InvalidConfig('The command line', `is not understood (${reason}); see --help`);
  }
}

function check<K extends keyof typeof RULES>(option: K, text: string): z.output<(typeof RULES)[K]['schema']>;
function check(option: keyof typeof RULES, text: string): string | number {
  const { schema, rule } = RULES[option];
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new InvalidConfig(`--${option}`, rule);
  return parsed.data;
}

/**
 * Official builds of ONNX Runtime report models, machines and run times to their maker, and keep an identifier of the machine in the home
 * folder. A hospital's server tells nobody. To be called before a thread loads the library: it looks once, at the environment of the
 * process, which a thread only has a copy of.
 */
export function forbidReports(): void {
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
}

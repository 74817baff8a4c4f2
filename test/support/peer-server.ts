import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TensorMetadata } from '#libs/inference-protocol';
import { KEEPER } from './keeper.js';

/** A model that a test hands to a model server of others: an ONNX file, and what it takes and gives. */
export interface PeerModel {
  readonly name: string;
  /** A whole number, as Triton wants it. */
  readonly version: string;
  /** The ONNX file. */
  readonly file: string;
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
}

/** A real model server of others, on free ports of 127.0.0.1. */
export interface PeerServer {
  readonly url: string;
  /** `host:port` of its gRPC side. */
  readonly grpc: string;
  /** False from when it has ended, by itself or by `stop`. */
  isRunning(): boolean;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** What it has written so far. */
  log(): Promise<string>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** What there is to start. */
export interface PeerProgram {
  /** For messages, such as `Triton`. */
  readonly what: string;
  /** Runs the keeper; the server may be another program. */
  readonly python: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The server's own folder, where it also runs; gone with it. */
  readonly folder: string;
  readonly url: string;
  readonly grpc: string;
}

const START_MS = 120_000;
const STOP_MS = 30_000;

/** Starts a server and waits until it is ready. @throws Error with the end of its log when it is not in two minutes */
export async function startPeer(program: PeerProgram): Promise<PeerServer> {
  const { what, python, folder, command, env, url, grpc } = program;
  const logFile = join(folder, 'server.log');
  const output = openSync(logFile, 'a', 0o644);
  const child = spawn(python, ['-c', KEEPER, folder, ...command], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
    stdio: ['pipe', output, output],
  });
  closeSync(output);
  // An open pipe to the keeper must not keep a finished test run alive.
  child.unref();
  const ended = once(child, 'exit').then(() => undefined);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const log = (): Promise<string> => readFile(logFile, 'utf8').catch(() => '');
  const stop = async (): Promise<void> => {
    await endKeeper(child, isRunning, ended);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, isRunning);
    return { url, grpc, isRunning, ended, log, stop };
  } catch (error) {
    const said = (await log()).slice(-2000);
    await stop();
    throw new Error(`${what} did not start: ${said}`, { cause: error });
  }
}

async function untilReady(url: string, isRunning: () => boolean): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const answer = await fetch(`${url}/v2/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok === true) return;
    if (!isRunning()) throw new Error('the server ended before it answered');
    if (Date.now() > deadline) throw new Error(`no answer from ${url} in ${START_MS} ms`);
    await sleep(100);
  }
}

async function endKeeper(child: ChildProcess, isRunning: () => boolean, ended: Promise<void>): Promise<void> {
  if (!isRunning()) return;
  child.ref();
  child.stdin?.end('keep\n');
  await Promise.race([
    ended,
    sleep(STOP_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('the server did not end'))),
  ]);
}

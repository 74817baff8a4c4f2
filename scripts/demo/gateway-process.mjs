import { fork } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { DemoFailure } from './failure.mjs';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;
const LISTENING = /tessera gateway listening on (http:\/\/\S+)/;

/**
 * Starts a gateway as a child on a free port, and waits until it listens.
 * @param {{ gateway: string, data: string, slides: string, log: string, signal: AbortSignal }} options the gateway's main file, its data
 *   directory, the slides' folder, where its output goes, and what stops the waiting
 * @returns its address; `fell`, which resolves with a failure when it ends unasked; `stop`, which asks it to end and waits for that
 */
export async function startGateway(options) {
  if (!existsSync(options.gateway)) throw new DemoFailure(`There is no gateway at ${options.gateway}: build first.`);
  const child = fork(options.gateway, [], {
    env: environmentFor(options),
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = keepOutput(child, options.log);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const state = { isStopping: false };
  try {
    const url = await listening(child, output, ended, options);
    return {
      url: new URL(url).origin,
      fell: fallOf(ended, state, options.log),
      stop: (how) => stop(child, ended, state, how),
    };
  } catch (error) {
    await stop(child, ended, state, { isQuiet: true });
    throw error;
  }
}

/** The demonstration's own settings: those of the caller's gateways (a database, a port) have no business here. */
function environmentFor({ data, slides }) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('TESSERA_'));
  const settings = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: data, SLIDE_ROOTS: slides };
  return Object.fromEntries([...own, ...Object.entries(settings).map(([name, value]) => [`TESSERA_${name}`, value])]);
}

function keepOutput(child, file) {
  const log = createWriteStream(file);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log.write(text);
      output.text = (output.text + text).slice(-20_000);
    });
  }
  child.once('close', () => log.end());
  return output;
}

async function listening(child, output, ended, { data, log, signal }) {
  const waiting = new AbortController();
  const { promise, resolve, reject } = withResolvers();
  const tooLate = `The gateway did not listen within ${START_LIMIT_MS / 1000} s: see ${log}.`;
  const timer = setTimeout(() => reject(new DemoFailure(tooLate)), START_LIMIT_MS);
  const look = () => {
    const url = LISTENING.exec(output.text)?.[1];
    if (url) resolve(url);
  };
  signal.addEventListener('abort', () => reject(signal.reason), { signal: waiting.signal });
  child.on('message', (message) => message?.kind === 'listening' && resolve(message.url));
  child.stdout.on('data', look);
  child.once('error', reject);
  void ended.then(() => reject(new DemoFailure(explainEnd(output.text, data, log))));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    waiting.abort();
    child.stdout.off('data', look);
  }
}

// Promise.withResolvers came with Node 22.
function withResolvers() {
  const handles = {};
  const promise = new Promise((resolve, reject) => Object.assign(handles, { resolve, reject }));
  return { promise, ...handles };
}

/** Resolves with the failure when the gateway ends though nobody asked it to. */
async function fallOf(ended, state, log) {
  await ended;
  if (state.isStopping) return await new Promise(() => undefined);
  return new DemoFailure(`The gateway ended in the middle of the demonstration: see ${log}.`);
}

function explainEnd(text, data, log) {
  // The gateway says who holds it; the code itself may stand in the log line only.
  const reason = /cannot start: (.+)/.exec(text)?.[1];
  if (/STORE_LOCKED|data directory is in use/.test(text)) {
    const holder = reason ? ` ${reason}` : '';
    return `Another gateway holds the data directory ${data} (STORE_LOCKED). Stop it, or choose another directory: npm run demo -- --data DIR.${holder}`;
  }
  if (reason) return `The gateway did not start: ${reason} The whole of its output is in ${log}.`;
  const last = text.trim().split('\n').slice(-5).join('\n');
  return `The gateway ended before it listened; the whole of its output is in ${log}. It last said:\n${last}`;
}

async function stop(child, ended, state, { isQuiet = false } = {}) {
  state.isStopping = true;
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  const { code, signal } = await ended;
  clearTimeout(timer);
  if (isQuiet || code === 0) return;
  throw new DemoFailure(`The gateway did not end cleanly (${signal ?? `exit code ${code}`}).`);
}

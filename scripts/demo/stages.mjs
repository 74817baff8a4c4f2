import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../source-aliases.mjs';
import { DemoFailure } from './failure.mjs';

/** Runs the steps one after the other, says how long each took, and keeps the times for `npm run bench`. */
export class Stages {
  times = {};
  facts = { features: [], predictions: [] };
  #started = performance.now();

  constructor(signal) {
    this.signal = signal;
  }

  async run(name, title, work) {
    this.signal.throwIfAborted();
    process.stdout.write(`${title} ...\n`);
    const started = performance.now();
    const result = await work();
    const seconds = (performance.now() - started) / 1000;
    this.times[name] = round(seconds);
    process.stdout.write(`  done in ${seconds.toFixed(1)} s\n`);
    return result;
  }

  async build() {
    await this.run('build', 'Building (only what changed)', () =>
      runNode(join(root, 'scripts/build.mjs'), this.signal),
    );
  }

  write(file) {
    const total = round((performance.now() - this.#started) / 1000);
    const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? null };
    const document = {
      unit: 'seconds',
      measuredAt: new Date().toISOString(),
      machine,
      ...this.times,
      total,
      ...this.facts,
    };
    writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
  }
}

function runNode(script, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: 'inherit', signal });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new DemoFailure('The build failed: see the lines above.')),
    );
  });
}

function round(seconds) {
  return Math.round(seconds * 1000) / 1000;
}

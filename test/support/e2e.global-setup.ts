import { rm } from 'node:fs/promises';
import { postgresForTests, shareWithTests, stopPostgresForTests } from './postgres.js';
import { shareTemplate } from './store-template.js';

let template = '';

/** Vitest's `globalSetup` of the e2e project: one PostgreSQL for the whole run. Each test file creates its own database on it. */
export async function setup(): Promise<void> {
  shareWithTests(await postgresForTests());
  template = await shareTemplate();
}

export async function teardown(): Promise<void> {
  await stopPostgresForTests();
  await rm(template, { recursive: true, force: true });
}

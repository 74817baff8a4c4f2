import { postgresForTests, shareWithTests, stopPostgresForTests } from './postgres.js';

/** Vitest's `globalSetup` of the e2e project: one PostgreSQL for the whole run. Each test file creates its own database on it. */
export async function setup(): Promise<void> {
  shareWithTests(await postgresForTests());
}

export async function teardown(): Promise<void> {
  await stopPostgresForTests();
}

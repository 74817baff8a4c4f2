import { postgresForTests, shareWithTests, stopPostgresForTests } from './postgres.js';
import { shareTemplate } from './store-template.js';

let removeTemplate = async (): Promise<void> => {};

/**
 * Vitest's `globalSetup` of the projects that start whole processes: one PostgreSQL, and one template of the embedded store, for the whole
 * run. Each test file creates its own database, and its own copy.
 */
export async function setup(): Promise<void> {
  shareWithTests(await postgresForTests());
  removeTemplate = await shareTemplate();
}

export async function teardown(): Promise<void> {
  await stopPostgresForTests();
  await removeTemplate();
}

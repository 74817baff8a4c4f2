import { postgresForTests, shareWithTests, stopPostgresForTests } from './postgres.js';
import { shareTemplate } from './store-template.js';

let removeTemplate = async (): Promise<void> => {};

/**
 * Vitest's `globalSetup` of the projects that start whole processes: one PostgreSQL, and one template of each kind of store, for the whole
 * run. Each test file has copies of its own.
 */
export async function setup(): Promise<void> {
  shareWithTests(await postgresForTests());
  removeTemplate = await shareTemplate();
}

export async function teardown(): Promise<void> {
  await removeTemplate();
  await stopPostgresForTests();
}

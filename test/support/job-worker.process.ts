// A worker process for the crash tests: takes jobs of the kind `slow` and says when it has begun one. Never ends by itself.
import { openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { setTimeout as sleep } from 'node:timers/promises';
import { JobQueue, JobRunner } from '#gateway/jobs';
import { storeEntities } from './store-entities.js';

const [url = ''] = process.argv.slice(2);
const database = await openDatabase({ kind: 'postgres', url, entities: storeEntities, migrations, log: () => {} });
const runner = new JobRunner(database.dataSource, new JobQueue(database.dataSource), { leaseMs: 1_500, pollMs: 50 });
runner.handle('slow', async (job) => {
  console.log(`begun ${job.id} ${job.attempts}`);
  await sleep(600_000);
  return null;
});
runner.start();

// Writes to a store without end, for the crash tests, and prints a line for each write that was acknowledged.
//   store-writer embedded|postgres ADDRESS BLOB-FOLDER RUN
import { openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { AnswerStore } from '#gateway/answer-store';
import { FileBlobStore } from '#gateway/blob-store';
import { FeatureStore } from '#gateway/feature-store';
import { JobQueue } from '#gateway/jobs';
import { SlideCatalog } from '#gateway/slide-catalog';
import { exampleAnswer, exampleBag, exampleSlide } from './examples.js';
import { storeEntities } from './store-entities.js';

const [kind, address = '', blobFolder = '', run = ''] = process.argv.slice(2);
const shared = { entities: storeEntities, migrations, log: () => {} };
const database = await openDatabase(
  kind === 'embedded' ? { kind, dataDir: address, ...shared } : { kind: 'postgres', url: address, ...shared },
);
const blobs = await FileBlobStore.open(blobFolder, { isExclusive: true });
const slides = new SlideCatalog(database.dataSource);
const features = new FeatureStore(database.dataSource, blobs);
const answers = new AnswerStore(database.dataSource);
const jobs = new JobQueue(database.dataSource);

for (let n = 0; ; n += 1) {
  const seed = `${run} ${n}`;
  const slide = await slides.add('crash', exampleSlide(seed));
  console.log(`slide ${slide.id}`);
  const writer = await features.beginBag(exampleBag(slide));
  await writer.append(Float32Array.of(n, 1, 2), Int32Array.of(n, n));
  const bag = await writer.finish({ n });
  console.log(`bag ${bag.digest}`);
  const parts = [0, 1, 2].map((part) => exampleAnswer('crash', `${seed} ${part}`, { outputs: { n, part } }));
  for (const answer of await Promise.all(parts.map((part) => answers.save(part)))) console.log(`answer ${answer.id}`);
  const job = await jobs.enqueue('crash', 'none', { n }, 'crash');
  console.log(`job ${job.id}`);
}

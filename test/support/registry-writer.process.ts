// Writes to the registry's journal without end, for the crash tests. Prints what it found in it as one line, then a line for each write
// that was acknowledged. The journal alone: what stands above it is started with whole gateways elsewhere.
//   registry-writer embedded|postgres ADDRESS
import { openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { RegistryWriteRow, StoredJournal } from '#gateway/registry-journal';

const [kind, address = ''] = process.argv.slice(2);
const shared = { entities: [RegistryWriteRow], migrations, log: () => {} };
const database = await openDatabase(
  kind === 'embedded' ? { kind, dataDir: address, ...shared } : { kind: 'postgres', url: address, ...shared },
);
const journal = new StoredJournal(Promise.resolve(database.dataSource));
const lineOf = ({ seq, digest }: { readonly seq: number; readonly digest: string }): string => `${seq} ${digest}`;
const writer = { tenant: 'crash', caller: 'writer', requestId: 'crash' };

console.log(`found ${JSON.stringify((await journal.read('local', new AbortController().signal)).map(lineOf))}`);
for (;;) {
  const request = { source: 'local', name: 'crash', writer, idempotencyKey: null, asked: {} };
  const outcome = await journal.append(request, (writes) => {
    const version = String(writes.length + 1);
    const document = { before: writes.at(-1)?.version ?? null, sourceVersion: null };
    return { kind: 'WRITE', content: { kind: 'ALIAS_SET', version, subject: 'champion', document } };
  });
  if (outcome.kind === 'WRITTEN') console.log(`write ${lineOf(outcome.write)}`);
}

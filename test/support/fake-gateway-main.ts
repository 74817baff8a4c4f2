// The fake gateway as a process: for the test of scripts/demo.mjs. It speaks as the real one does when it listens, and ends at SIGTERM.
import { startFakeGateway } from './fake-gateway.js';

if (process.env['TESSERA_DATA_DIR']?.endsWith('locked')) {
  process.stderr.write(
    'tessera gateway cannot start: The data directory is in use by process 4711 on here (node) since noon.\n',
  );
  process.exit(1);
}

const isSecondRun = process.env['TESSERA_DATA_DIR']?.endsWith('prepared') === true;
const prepared = isSecondRun ? ['her2st C6', 'CMU-1 small region'] : [];
const gateway = await startFakeGateway({ slideNames: [], prepared, jobLooks: 3 });
process.stdout.write(`pid ${process.pid}\n`);
process.stdout.write(`tessera gateway listening on ${gateway.url}/graphql\n`);

process.on('SIGTERM', () => {
  process.disconnect?.();
  void gateway.close();
});

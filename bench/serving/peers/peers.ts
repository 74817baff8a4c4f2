import { type BenchOptions } from '../../benchmark.js';
import { inTemporaryFolder } from '../../support/folders.js';
import { LoadGenerator } from '../load/load-generator.js';
import { type ServingPart, using } from '../part.js';
import { PEER_MODELS, peerCases } from './cases.js';
import { type Contestant, startContestants } from './contestants.js';
import { measureCase } from './measure-case.js';
import { type CaseRun, reportPeers } from './report-peers.js';
import { join } from 'node:path';

const CONNECTIONS = [1, 16];

export const peers: ServingPart = {
  name: 'peers',
  summary: "the embedded model server against Triton's Python backend and MLServer, with the same ONNX files",
  run: (options) =>
    inTemporaryFolder((folder) =>
      using(LoadGenerator.start(), async (generator) => {
        const notes: string[] = [];
        const contestants = await startContestants(join(folder, 'models'), PEER_MODELS, (why) => notes.push(why));
        try {
          return reportPeers(await measureAll(contestants, generator, folder, options), notes);
        } finally {
          for (const contestant of contestants) await contestant.stop();
        }
      }),
    ),
};

async function measureAll(
  contestants: readonly Contestant[],
  generator: LoadGenerator,
  folder: string,
  { signal }: BenchOptions,
): Promise<readonly CaseRun[]> {
  const runs: CaseRun[] = [];
  for (const asked of peerCases())
    for (const connections of CONNECTIONS) {
      signal.throwIfAborted();
      // MLServer's REST server has no binary tensors.
      const able = contestants.filter(({ name }) => asked.encoding === 'json' || name !== 'MLServer');
      console.log(`serving, peers: ${asked.title}, connections: ${connections} ...`);
      const load = { generator, connections, rounds: asked.rounds(connections) };
      runs.push({ title: asked.title, connections, rates: await measureCase(asked, able, load, folder) });
    }
  return runs;
}

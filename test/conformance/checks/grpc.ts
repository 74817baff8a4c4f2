import type { Outgoing, WireInferRequest, WireInferResponse } from '#libs/inference-protocol';
import type { Check } from '../check.js';
import { GrpcPeer, GrpcRefused } from '../grpc.js';
import type { ServerUnderTest } from '../server-under-test.js';
import { demand, Failed, NotSupported } from '../verdict.js';
import { floats } from '../wire.js';

type Work = (grpc: GrpcPeer, server: ServerUnderTest) => Promise<string | void>;
type Infer = Outgoing<WireInferRequest>;

/** The same service over gRPC. */
export const GRPC_CHECKS: readonly Check[] = [
  check('grpc.health', 'ServerLive and ServerReady say yes', async (grpc) => {
    demand((await grpc.call(grpc.service.ServerLive, {})).live, 'it is not live');
    demand((await grpc.call(grpc.service.ServerReady, {})).ready, 'it is not ready');
  }),
  check('grpc.metadata', 'ServerMetadata and ModelMetadata describe server and model', metadata),
  check('grpc.ready.version', 'each version has its own readiness', versionsAreReady),
  check('grpc.infer.raw', 'raw contents in, raw contents out', async (grpc, server) => {
    const answer = await grpc.call(grpc.service.ModelInfer, raw(server));
    expectEcho(answer, true);
  }),
  check('grpc.infer.typed', 'typed contents are taken', async (grpc, server) => {
    const { raw_input_contents: _, ...rest } = raw(server);
    const inputs = [{ name: 'X', datatype: 'FP32', shape: [1, 2], contents: { fp32_contents: [1.5, -2] } }];
    expectEcho(await grpc.call(grpc.service.ModelInfer, { ...rest, inputs }), false);
  }),
  check('grpc.model_version', 'the answer names the version that answered', async (grpc, server) => {
    server.needVersions();
    const answer = await grpc.call(grpc.service.ModelInfer, raw(server));
    demand(answer.model_version === '1' && answer.model_name === server.nameOf('echo-fp32'), 'it names another');
  }),
  check('grpc.id', 'the request’s id comes back', async (grpc, server) => {
    demand(
      (await grpc.call(grpc.service.ModelInfer, { ...raw(server), id: 'slide-7' })).id === 'slide-7',
      'another comes back',
    );
  }),
  check('grpc.refusal.unknown-model', 'an unknown model is NOT_FOUND', (grpc, server) =>
    isRefused(grpc, { ...raw(server), model_name: 'no-such-model' }, 'NOT_FOUND'),
  ),
  check('grpc.refusal.unknown-version', 'an unknown version is NOT_FOUND', (grpc, server) => {
    server.needVersions();
    return isRefused(grpc, { ...raw(server), model_version: '7' }, 'NOT_FOUND');
  }),
  check(
    'grpc.refusal.wrong-length',
    'raw contents of another length than the shape needs are INVALID_ARGUMENT',
    (grpc, server) => isRefused(grpc, { ...raw(server), raw_input_contents: [floats(1)] }, 'INVALID_ARGUMENT'),
  ),
  check('grpc.refusal.wrong-datatype', 'another datatype than the model takes is INVALID_ARGUMENT', (grpc, server) => {
    const inputs = [{ name: 'X', datatype: 'INT32', shape: [1, 2] }];
    return isRefused(grpc, { ...raw(server), inputs }, 'INVALID_ARGUMENT');
  }),
  check('grpc.refusal.unknown-input', 'an unknown input is INVALID_ARGUMENT', (grpc, server) => {
    const inputs = [{ name: 'Z', datatype: 'FP32', shape: [1, 2] }];
    return isRefused(grpc, { ...raw(server), inputs }, 'INVALID_ARGUMENT');
  }),
];

function check(id: string, rule: string, work: Work): Check {
  const run = async (server: ServerUnderTest): Promise<string | void> => {
    const grpc = await GrpcPeer.open(server.target.grpc);
    try {
      return await work(grpc, server);
    } catch (error) {
      if (!(error instanceof GrpcRefused)) throw error;
      if (error.status === 'UNIMPLEMENTED') throw new NotSupported('the call is not implemented');
      throw new Failed(error.status);
    } finally {
      grpc.close();
    }
  };
  return { id, rule, run };
}

const VALUES = floats(1.5, -2);

function raw(server: ServerUnderTest): Infer {
  return {
    model_name: server.nameOf('echo-fp32'),
    model_version: server.has.versions ? '1' : '',
    inputs: [{ name: 'X', datatype: 'FP32', shape: [1, 2] }],
    raw_input_contents: [VALUES],
  };
}

function expectEcho({ outputs, raw_output_contents: rawOutputs }: WireInferResponse, isRaw: boolean): void {
  const [output] = outputs;
  demand(
    output?.name === 'Y' && output.datatype === 'FP32' && output.shape.join() === '1,2',
    'another output comes back',
  );
  const typed = output?.contents?.fp32_contents ?? [];
  if (isRaw) demand(rawOutputs.length === 1, 'typed contents come back');
  const bytes = rawOutputs[0] ?? floats(...typed);
  demand(Buffer.compare(bytes, VALUES) === 0, 'other values come back');
}

async function metadata(grpc: GrpcPeer, server: ServerUnderTest): Promise<void> {
  const { name, version } = await grpc.call(grpc.service.ServerMetadata, {});
  demand(name !== '' && version !== '', 'name or version of the server is missing');
  const asked = { name: server.nameOf('pair'), version: server.has.versions ? '1' : '' };
  const { inputs, outputs } = await grpc.call(grpc.service.ModelMetadata, asked);
  const plain = [...inputs, ...outputs].map((each) => `${each.name} ${each.datatype} ${each.shape.join()}`);
  demand(plain.join() === 'A FP32 -1,B FP32 -1,sum FP32 -1,difference FP32 -1', 'the signature is another');
}

async function versionsAreReady(grpc: GrpcPeer, server: ServerUnderTest): Promise<string | void> {
  server.needVersions();
  const name = server.nameOf('two-versions');
  const isReady = async (version: string): Promise<boolean> =>
    (await grpc.call(grpc.service.ModelReady, { name, version })).ready;
  demand((await isReady('9')) && (await isReady('10')), 'a version is not ready');
  try {
    demand(!(await isReady('8')), 'a version that is not there is ready');
  } catch (error) {
    if (!(error instanceof GrpcRefused)) throw error;
    return `a version that is not there is ${error.status}`;
  }
}

async function isRefused(grpc: GrpcPeer, request: Infer, expected: string): Promise<string | void> {
  const refusal = await grpc.call(grpc.service.ModelInfer, request).then(
    () => null,
    (error: unknown) => error,
  );
  if (refusal === null) throw new Failed('it is answered');
  if (!(refusal instanceof GrpcRefused)) throw refusal;
  demand(refusal.status !== 'DEADLINE_EXCEEDED' && refusal.status !== 'UNAVAILABLE', refusal.status);
  if (refusal.status !== expected) return refusal.status;
}

import { HttpPeer, type Heard, type Sent } from './http.js';
import { NotSupported } from './verdict.js';
import { floats, inferRequest, readInfer, type HeardInfer, type SentInfer } from './wire.js';

/** Where the server is, and what it calls the models. */
export interface Target {
  readonly url: string;
  /** `host:port` of its gRPC side, where it has one. */
  readonly grpc?: string;
  /** Put before the models' names. */
  readonly modelPrefix?: string;
}

/** What the rest of the checks rest on; found out once. */
export interface Capabilities {
  /** Versions in paths. */
  readonly versions: boolean;
  /** Binary tensors. */
  readonly binary: boolean;
}

/** The server that the checks are about. */
export class ServerUnderTest {
  private readonly http: HttpPeer;

  private constructor(
    readonly target: Target,
    http: HttpPeer,
    readonly has: Capabilities,
  ) {
    this.http = http;
  }

  /** @throws NoAnswer when nobody is there, Error when the model `echo-fp32` is not */
  static async open(target: Target): Promise<ServerUnderTest> {
    const http = new HttpPeer(target.url);
    const path = `/v2/models/${target.modelPrefix ?? ''}echo-fp32`;
    const [versioned, plain] = [`${path}/versions/1`, path];
    const versions = (await http.send({ path: `${versioned}/ready` })).status === 200;
    if (!versions && (await http.send({ path: `${plain}/ready` })).status !== 200) {
      throw new Error(`the model ${path.slice('/v2/models/'.length)} is not ready: does the server hold the models?`);
    }
    const bytes = floats(1);
    const sent = { inputs: [{ name: 'X', datatype: 'FP32', shape: [1, 1], bytes }] };
    const { status } = await http.send(inferRequest(`${versions ? versioned : plain}/infer`, sent));
    return new ServerUnderTest(target, http, { versions, binary: status === 200 });
  }

  close(): void {
    this.http.close();
  }

  send(sent: Sent, signal?: AbortSignal): Promise<Heard> {
    return this.http.send(sent, signal);
  }

  /** The name that the server knows a model by. */
  nameOf(model: string): string {
    return `${this.target.modelPrefix ?? ''}${model}`;
  }

  /** A model's path, with the version where the server takes one. */
  pathOf(model: string, version: string | null = '1'): string {
    const path = `/v2/models/${this.nameOf(model)}`;
    return version === null || !this.has.versions ? path : `${path}/versions/${version}`;
  }

  /** Runs a model. @throws Failed when the answer is no good one */
  async infer(model: string, infer: SentInfer, version?: string | null): Promise<HeardInfer> {
    return readInfer(await this.sendInfer(model, infer, version));
  }

  sendInfer(model: string, infer: SentInfer, version?: string | null): Promise<Heard> {
    return this.send(inferRequest(`${this.pathOf(model, version)}/infer`, infer));
  }

  /** @throws NotSupported */
  needBinary(): void {
    if (!this.has.binary) throw new NotSupported('no binary tensors');
  }

  /** @throws NotSupported */
  needVersions(): void {
    if (!this.has.versions) throw new NotSupported('no versions in paths');
  }
}

import { type Json } from './json.js';

/**
 * Asks a model server without any of the project's own client code: a request of the Open Inference Protocol with its binary tensor
 * extension, put together by hand.
 * @param model `<name>/<version>`
 * @returns the outputs by name
 */
export async function inferDirectly(
  url: string,
  model: string,
  features: Float32Array,
  shape: readonly number[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const parameters = { binary_data_size: features.byteLength };
  const inputs = [{ name: 'features', datatype: 'FP32', shape, parameters }];
  const head = Buffer.from(JSON.stringify({ parameters: { binary_data_output: true }, inputs }));
  const tensor = Buffer.from(features.buffer, features.byteOffset, features.byteLength);
  const answer = await fetch(`${url}/v2/models/${model.replace('/', '/versions/')}/infer`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'inference-header-content-length': String(head.length) },
    body: Buffer.concat([head, tensor]),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`the model server answered ${answer.status}: ${body.toString()}`);
  return outputsOf(body, Number(answer.headers.get('inference-header-content-length')));
}

function outputsOf(body: Buffer, headLength: number): ReadonlyMap<string, Float32Array> {
  const { outputs } = JSON.parse(body.toString('utf8', 0, headLength));
  let end = headLength;
  return new Map(
    outputs.map(({ name, parameters }: Json) => {
      const start = end;
      end += parameters.binary_data_size;
      return [name, new Float32Array(Uint8Array.from(body.subarray(start, end)).buffer)];
    }),
  );
}

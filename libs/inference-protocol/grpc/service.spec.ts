import { describe, expect, it } from 'vitest';
import { loadInferenceService, type WireParameter } from '../index.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the gRPC service', () => {
  it('has the calls of the protocol, under their published paths', async () => {
    const service = await loadInferenceService();
    const paths = Object.entries(service).map(([name, method]) => [name, method.path]);
    expect(paths).toHaveLength(12);
    for (const [name, path] of paths) expect(path).toBe(`/inference.GRPCInferenceService/${name}`);
    expect(await loadInferenceService()).toBe(service);
  });

  // Written by Python's tritonclient 2.51 (protobuf's own encoder), which knows nothing of our file.
  it('writes and reads the bytes of another implementation', async () => {
    const { ModelInfer } = await loadInferenceService();
    const request = {
      model_name: 'echo',
      model_version: '2',
      id: 'a-1',
      parameters: { timeout: { int64_param: '9007199254740993' } },
      inputs: [{ name: 'X', datatype: 'FP16', shape: ['1', '2'] }],
      outputs: [{ name: 'Y', parameters: { binary_data: { bool_param: true } } }],
      raw_input_contents: [Uint8Array.of(0, 60, 0, 192)],
    };
    const bytes =
      '0a046563686f1201321a03612d3122140a0774696d656f757412091081808080808080102a0d0a01581204465031361a02010232160a015912110a0b62696e6172795f64617461120208013a04003c00c0';
    expect(hex(ModelInfer.requestSerialize(request))).toBe(bytes);
    expect(ModelInfer.requestDeserialize(Buffer.from(bytes, 'hex'))).toMatchObject({
      model_version: '2',
      parameters: { timeout: { int64_param: '9007199254740993', parameter_choice: 'int64_param' } },
      inputs: [{ shape: ['1', '2'], contents: null, parameters: {} }],
      raw_input_contents: [Buffer.of(0, 60, 0, 192)],
    });
  });

  it('reads typed contents of another implementation, 64-bit integers with all digits', async () => {
    const { ModelInfer } = await loadInferenceService();
    const answer = ModelInfer.responseDeserialize(
      Buffer.from(
        '0a016d220e0a0174120921000000000000e03f2a180a01591204465033321a01022a0a32080000c03f000000c02a230a015a1205494e5436341a01022a141a12808080808080808080018180808080808010',
        'hex',
      ),
    );
    expect(answer.outputs.map(({ contents }) => contents)).toMatchObject([
      { fp32_contents: [1.5, -2], int64_contents: [] },
      { int64_contents: ['-9223372036854775808', '9007199254740993'], fp32_contents: [] },
    ]);
    const kinds: readonly (WireParameter['parameter_choice'] | undefined)[] = Object.values(answer.parameters).map(
      ({ parameter_choice }) => parameter_choice,
    );
    expect(kinds).toEqual(['double_param']);
  });

  it('reads and writes the extensions of Triton', async () => {
    const { ModelStatistics, ModelConfig, RepositoryIndex } = await loadInferenceService();
    const statistics = ModelStatistics.responseDeserialize(
      Buffer.from('0a2b0a016d1201311880d095ffbc3132130a0d080310ffffffffffffffffff014202080142070a03475055182a', 'hex'),
    );
    expect(statistics.model_stats[0]).toMatchObject({
      name: 'm',
      last_inference: '1700000000000',
      inference_stats: { success: { count: '3', ns: '18446744073709551615' }, cache_miss: { count: '1' }, fail: null },
      memory_usage: [{ type: 'GPU', id: '0', byte_size: '42' }],
    });
    const { config } = ModelConfig.responseDeserialize(
      Buffer.from(
        '0a430a016d1a061a040a02010320082a120a0158100e220bffffffffffffffffff01045a021064720e0a0673686132353612040a0261628a010b6f6e6e7872756e74696d65',
        'hex',
      ),
    );
    expect(config).toMatchObject({
      max_batch_size: 8,
      backend: 'onnxruntime',
      version_policy: { policy_choice: 'specific', specific: { versions: ['1', '3'] } },
      input: [{ name: 'X', data_type: 'TYPE_BF16', dims: ['-1', '4'] }],
      dynamic_batching: { max_queue_delay_microseconds: '100' },
      parameters: { sha256: { string_value: 'ab' } },
    });
    const index = { models: [{ name: 'm', version: '1', state: 'READY', reason: '' }] };
    expect(RepositoryIndex.responseDeserialize(RepositoryIndex.responseSerialize(index))).toEqual(index);
  });
});

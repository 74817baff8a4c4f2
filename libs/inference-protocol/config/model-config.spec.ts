import { describe, expect, it } from 'vitest';
import type { ModelConfigFile } from './model-config.js';
import { parseModelConfig } from './read-model-config.js';
import { InvalidModelConfig } from './text-format.js';
import { writeModelConfig } from './write-model-config.js';

const nothing: ModelConfigFile = {
  name: '',
  maxBatchSize: 0,
  inputs: [],
  outputs: [],
  versionPolicy: null,
  instances: null,
  hasDynamicBatching: false,
  parameters: {},
  notes: [],
};

describe('a config.pbtxt', () => {
  it('is read as Triton reads it: commas, colons before braces, lists, comments, adjacent strings', () => {
    // The styles of the published examples of Triton's documentation.
    const text = `
      # a comment
      name: "enc" 'oder'
      platform: "onnxruntime_onnx"
      max_batch_size : 8
      input [
        { name: "x", data_type: TYPE_FP32, dims: [ 3, -1 ] },
        { name: "t"; data_type: TYPE_STRING; dims: 1 dims: 0x10 }
      ]
      output { name: "y" data_type: TYPE_INT64 dims: [ 16 ] }
      version_policy: { specific: { versions: [1, 3] } }
      instance_group [ { count: 2 kind: KIND_CPU }, < count: 1 > ]
      dynamic_batching { }
      parameters { key: "digest" value { string_value: "\\303\\244\\n\\x41" } }
    `;
    expect(parseModelConfig(text)).toEqual({
      ...nothing,
      name: 'encoder',
      maxBatchSize: 8,
      inputs: [
        { name: 'x', datatype: 'FP32', dims: [3, -1] },
        { name: 't', datatype: 'BYTES', dims: [1, 16] },
      ],
      outputs: [{ name: 'y', datatype: 'INT64', dims: [16] }],
      versionPolicy: { kind: 'specific', versions: [1, 3] },
      instances: 3,
      hasDynamicBatching: true,
      parameters: { digest: 'ä\nA' },
    });
  });

  it('may say nothing', () => {
    expect(parseModelConfig('')).toEqual(nothing);
    expect(parseModelConfig('version_policy { latest { } }').versionPolicy).toEqual({ kind: 'latest', count: 1 });
  });

  it('may say what has no effect here, or is unknown, which is noted by line and not repeated', () => {
    const text =
      'optimization { cuda { graphs: true } }\n\nzzphi_4711: "x"\ninput { name: "x" data_type: TYPE_FP32 dims: 1 format: FORMAT_NCHW }';
    expect(parseModelConfig(text).notes).toEqual([
      'line 4: input: format has no effect here',
      'line 1: optimization has no effect here',
      'line 3: an unknown field is left aside',
    ]);
  });

  it.each<[string, RegExp]>([
    ['max_batch_size: -1', /^line 1: it has no integer from 0/],
    ['max_batch_size: 1.5', /no integer/],
    ['max_batch_size: 09', /no integer/],
    ['max_batch_size: "8"', /another kind/],
    ['max_batch_size: 1 max_batch_size: 2', /twice/],
    ['\n\nplatform: "tensorrt_plan"', /^line 3|platform other than onnxruntime_onnx/],
    ['backend: "python"', /backend other than onnxruntime/],
    ['ensemble_scheduling { step [ ] }', /ensemble_scheduling, which is not supported/],
    ['input { name: "x" data_type: TYPE_FP32 dims: 1 reshape { shape: [ ] } }', /reshape, which is not supported/],
    ['input { name: "x" data_type: TYPE_FP32 dims: 1 allow_ragged_batch: true }', /allow_ragged_batch: true/],
    ['input { data_type: TYPE_FP32 dims: 1 }', /input has no name/],
    ['input { name: "x" data_type: TYPE_ZZPHI dims: 1 }', /no data_type that is spoken here/],
    ['input { name: "x" data_type: TYPE_FP32 dims: 0 }', /a size of 0/],
    ['input { name: "x" data_type: TYPE_FP32 dims: -2 }', /no integer from -1/],
    ['version_policy { all { } latest { } }', /must be one of/],
    ['version_policy { specific { } }', /names no versions/],
    ['model_transaction_policy { decoupled: true }', /decoupled: true/],
    ['name', /a colon is expected/],
    ['name:', /a value is expected/],
    ['name: "x', /not Protocol Buffers text/],
    ['input {', /a field name is expected/],
    ['input [ { name: "x" }', /a list is not closed/],
    ['}', /a field name is expected/],
    ['name: "\\q"', /an escape that is none/],
    ['a {'.repeat(40), /nests too deep/],
    [`# ${'x'.repeat(2 ** 18)}`, /over 256 Ki/],
    ['[a.b]: 1', /not Protocol Buffers text/],
  ])('is refused, with the line and without the text: %#', (text, reason) => {
    const parse = (): unknown => parseModelConfig(text);
    expect(parse).toThrow(InvalidModelConfig);
    expect(parse).toThrow(reason);
    expect(parse).not.toThrow(/ZZPHI/);
  });

  it.each<ModelConfigFile>([
    nothing,
    {
      ...nothing,
      name: 'a "quoted" \\ näme\n',
      maxBatchSize: 16,
      inputs: [{ name: 'x', datatype: 'FP16', dims: [-1, 1536] }],
      outputs: [
        { name: 'y', datatype: 'BYTES', dims: [1] },
        { name: 'z', datatype: 'BOOL', dims: [2, 2] },
      ],
      versionPolicy: { kind: 'latest', count: 3 },
      instances: 2,
      hasDynamicBatching: true,
      parameters: { 'tessera.sha256': 'ab'.repeat(32), empty: '' },
    },
    { ...nothing, versionPolicy: { kind: 'all' } },
    { ...nothing, versionPolicy: { kind: 'specific', versions: [2, 7] } },
  ])('that is written reads back the same: %#', (config) => {
    expect(parseModelConfig(writeModelConfig(config))).toEqual(config);
  });

  it('cut anywhere is read or refused, without a fault', () => {
    const text = writeModelConfig({ ...nothing, name: 'x', inputs: [{ name: 'i', datatype: 'FP32', dims: [1, -1] }] });
    for (let length = 0; length < text.length; length += 1) {
      try {
        parseModelConfig(text.slice(0, length));
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidModelConfig);
      }
    }
  });
});

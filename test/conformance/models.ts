import { join } from 'node:path';
import type { TensorMetadata } from '#libs/inference-protocol';

/** A model that a server must hold for the checks. Its ONNX file lies in `test/fixtures/models/good/<name>/<version>/model.onnx`. */
export interface ConformanceModel {
  readonly name: string;
  readonly version: string;
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
}

export const MODEL_FOLDER = 'test/fixtures/models/good';

/** The datatypes of the protocol, as the model `every-datatype` has them: input `X`, output `X_OUT`. */
export const DATATYPES = [
  ...[
    'BOOL',
    'UINT8',
    'UINT16',
    'UINT32',
    'UINT64',
    'INT8',
    'INT16',
    'INT32',
    'INT64',
    'FP16',
    'FP32',
    'FP64',
    'BYTES',
  ],
] as const;

const vector = (name: string, datatype = 'FP32'): TensorMetadata => ({ name, datatype, shape: [-1] });
const matrix = (name: string): TensorMetadata => ({ name, datatype: 'FP32', shape: [-1, -1] });

/** The identity of two dimensions, a sum and difference, two versions, a logarithm, work that takes a while, and every datatype. */
export const CONFORMANCE_MODELS: readonly ConformanceModel[] = [
  { name: 'echo-fp32', version: '1', inputs: [matrix('X')], outputs: [matrix('Y')] },
  {
    name: 'every-datatype',
    version: '1',
    inputs: DATATYPES.map((datatype) => vector(datatype, datatype)),
    outputs: DATATYPES.map((datatype) => vector(`${datatype}_OUT`, datatype)),
  },
  { name: 'pair', version: '1', inputs: [vector('A'), vector('B')], outputs: [vector('sum'), vector('difference')] },
  { name: 'two-versions', version: '9', inputs: [vector('X')], outputs: [vector('Y')] },
  { name: 'two-versions', version: '10', inputs: [vector('X')], outputs: [vector('Y')] },
  { name: 'log', version: '1', inputs: [vector('X')], outputs: [vector('Y')] },
  {
    name: 'slow',
    version: '1',
    inputs: [matrix('X'), { name: 'steps', datatype: 'INT64', shape: [1] }],
    outputs: [matrix('Y')],
  },
];

/** A model's file, below a copy of the project. */
export const fileOf = (root: string, { name, version }: ConformanceModel): string =>
  join(root, MODEL_FOLDER, name, version, 'model.onnx');

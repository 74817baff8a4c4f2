import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Json } from './json.js';

/** What ONNX Runtime and scipy give for the 22 reference tiles in other datatypes than FP32; one bag, so lists of one but for attention. */
export interface ExpectedDatatypes {
  readonly logit: readonly [number];
  readonly probability: readonly [number];
  readonly cells: readonly [number];
  readonly label: readonly [number];
  readonly attention: readonly number[];
  readonly rawScore: number;
}
export const expectedDatatypes: Readonly<Record<'single' | 'half', ExpectedDatatypes>> = JSON.parse(
  await readFile(join(process.cwd(), 'test/fixtures/targets/datatypes.json'), 'utf8'),
);

const DATATYPES = { logit: 'FP64', probability: 'FP16', cells: 'INT64', label: 'INT64', yes: 'BOOL' } as const;

/** Outputs and targets of `datatypes-single.onnx` and `datatypes-half.onnx`. @param asTarget an output that is a target of two classes beside the others */
function outputOfDatatypes(binary: Json, asTarget: readonly ('logit' | 'probability' | 'label' | 'yes')[]): Json {
  const target = (name: string, more: object): Json => ({
    ...{ ...binary, name, title: name, tensor: name, columns: undefined, kind: 'BINARY' },
    ...{ served: name === 'probability' ? 'SIGMOID' : 'LOGIT', final: 'SIGMOID', ...more },
  });
  const value = {
    kind: 'SCALAR',
    served: 'IDENTITY',
    final: 'IDENTITY',
    classes: null,
    positiveClass: null,
    unit: 'cells',
  };
  const scores = Object.entries(DATATYPES).map(([name, datatype]) => ({
    ...{ name, datatype, shape: [-1, 1], axes: ['bag', name] },
  }));
  return {
    tensors: [...scores, { name: 'attention', datatype: 'FP16', shape: [-1, -1], axes: ['bag', 'tile'] }],
    targets: [...asTarget.map((name) => target(name, {})), target('cells', value)],
    embedding: null,
    expression: null,
  };
}

/** Versions of the model `datatypes`: 1 answers in FP64, FP16 and INT64, 2 takes FP16 as well, and 3 has a BOOL for a target. */
export function datatypeVersions(
  binary: Json,
  input: Json,
): readonly (VersionOfDatatypes & { readonly input: Json })[] {
  const tensors = input.tensors.map((one: Json) => ({ ...one, datatype: 'FP16' }));
  const made = {
    name: 'datatypes',
    file: 'datatypes-single.onnx',
    output: outputOfDatatypes(binary, ['logit', 'probability']),
  };
  return [
    { ...made, version: '1', input },
    { ...made, version: '2', file: 'datatypes-half.onnx', input: { ...input, tensors } },
    { ...made, version: '3', output: outputOfDatatypes(binary, ['yes']), input },
  ];
}

interface VersionOfDatatypes {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly output: Json;
}

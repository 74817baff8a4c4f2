import { parentPort, workerData } from 'node:worker_threads';
import { File, type Group, ready } from 'h5wasm/node';
import type { AnnDataAxis, AnnDataFacts, AnnDataTask } from './anndata-file.types.js';

// Started by anndata-file.ts with content of this project's own making: answers once and ends.
const { path, content }: AnnDataTask = workerData;
await ready;
const file = new File(path, 'w');
encodedAs(file, 'anndata', '0.1.0');
writeX();
writeAxis('obs', content.obs);
writeAxis('var', content.var);
const obsm = mapping(file, 'obsm');
const places = obsm.create_dataset({ name: 'spatial', data: content.spatial, shape: [content.obs.index.length, 2] });
encodedAs(places, 'array', '0.2.0');
writeFacts(mapping(file, 'uns'), content.uns);
for (const name of ['layers', 'obsp', 'varm', 'varp']) mapping(file, name);
file.flush();
file.close();
parentPort?.postMessage('written');

function writeX(): void {
  const [observations, variables] = [content.obs.index.length, content.var.index.length];
  const x = new Float32Array(observations * variables);
  for (let variable = 0; variable < variables; variable += 1)
    for (let observation = 0; observation < observations; observation += 1)
      x[observation * variables + variable] = content.layers[variable * observations + observation] ?? NaN;
  encodedAs(file.create_dataset({ name: 'X', data: x, shape: [observations, variables] }), 'array', '0.2.0');
}

/** A table, as anndata writes a pandas DataFrame. */
function writeAxis(name: string, { index, columns }: AnnDataAxis): void {
  const group = file.create_group(name);
  encodedAs(group, 'dataframe', '0.2.0');
  group.create_attribute('_index', '_index');
  group.create_attribute(
    'column-order',
    columns.map((column) => column.name),
    [columns.length],
    'S',
  );
  writeStrings(group, '_index', index);
  for (const column of columns) {
    if (column.values instanceof Float64Array || column.values instanceof Int32Array)
      encodedAs(group.create_dataset({ name: column.name, data: column.values }), 'array', '0.2.0');
    else writeStrings(group, column.name, column.values);
  }
}

function writeStrings(group: Group, name: string, values: readonly string[]): void {
  const dataset = group.create_dataset({ name, data: [...values], shape: [values.length], dtype: 'S' });
  encodedAs(dataset, 'string-array', '0.2.0');
}

function writeFacts(group: Group, facts: AnnDataFacts): void {
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'object') writeFacts(mapping(group, name), value);
    else if (typeof value === 'string')
      encodedAs(group.create_dataset({ name, data: value, shape: [], dtype: 'S' }), 'string', '0.2.0');
    else
      encodedAs(
        group.create_dataset({ name, data: Float64Array.of(value), shape: [], dtype: '<d' }),
        'numeric-scalar',
        '0.2.0',
      );
  }
}

function mapping(parent: Group, name: string): Group {
  const group = parent.create_group(name);
  encodedAs(group, 'dict', '0.1.0');
  return group;
}

function encodedAs(owner: Pick<Group, 'create_attribute'>, type: string, version: string): void {
  owner.create_attribute('encoding-type', type);
  owner.create_attribute('encoding-version', version);
}

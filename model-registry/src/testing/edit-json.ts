/** A deep copy of a JSON value with one place changed (or removed, with undefined), by its JSON pointer. */
export function edited(document: unknown, pointer: string, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop();
  const parent = keys.reduce<unknown>((node, key) => Reflect.get(asObject(node), key), copy);
  if (last === undefined) return value;
  if (value === undefined) Reflect.deleteProperty(asObject(parent), last);
  else Reflect.set(asObject(parent), last, value);
  return copy;
}

function asObject(node: unknown): object {
  if (typeof node !== 'object' || node === null) throw new TypeError('The pointer leads nowhere.');
  return node;
}

import { LRUCache } from 'lru-cache';
import type { JsonText } from '#gateway/graphql';
import { encodeValues, type ValuesArguments } from './numeric-array.js';

/** A whole genome as exact JSON takes 220 kB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Values as they were written, the ones that were asked for last. What an answer says never changes, so nothing here is ever out of date. */
export class WrittenValues {
  private readonly texts = new LRUCache<string, JsonText>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ text }) => text.length,
  });

  /**
   * @param identity what the numbers are, the tenant's name among it: equal text, equal numbers
   * @param read gives the numbers where they have not been written yet
   */
  async of(identity: string, args: ValuesArguments, read: () => Promise<Float32Array>): Promise<JsonText> {
    const key = JSON.stringify([identity, args.encoding, args.decimals ?? null]);
    const known = this.texts.get(key);
    if (known) return known;
    const text = encodeValues(await read(), args);
    this.texts.set(key, text);
    return text;
  }
}

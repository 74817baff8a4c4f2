/**
 * matplotlib's viridis (Stefan van der Walt and Nathaniel Smith), 256 RGB triples in base64. The authors released the table under CC0:
 * https://github.com/BIDS/colormap.
 */
const VIRIDIS_BASE64 =
  'RAFURAJVRANXRQVYRQZaRQhbRglcRgteRgxfRg5hRw9iRxFjRxJlRxRmRxVnRxZpRxhqSBlrSBpsSBxuSB1vSB5wSCBxSCFy' +
  'SCJzSCN0RyV1RyZ2Ryd3Ryh4Ryp5Ryt6Ryx7Ri18Ri98RjB9RjF+RTJ/RTR/RTWARTaBRDeBRDmCQzqDQzuDQzyEQj2EQj6F' +
  'QkCFQUGGQUKGQEOHQESHP0WHP0eIPkiIPkmJPUqJPUuJPUyJPE2KPE6KO1CKO1GKOlKLOlOLOVSLOVWLOFaLOFeMN1iMN1mM' +
  'NlqMNluMNVyMNV2MNF6NNF+NM2CNM2GNMmKNMmONMWSNMWWNMWaNMGeNMGiNL2mNL2qNLmuOLmyOLm2OLW6OLW+OLHCOLHGO' +
  'LHKOK3OOK3SOKnWOKnaOKneOKXiOKXmOKHqOKHqOKHuOJ3yOJ32OJ36OJn+OJoCOJoGOJYKOJYONJISNJIWNJIaNI4eNI4iN' +
  'I4mNIomNIoqNIouNIYyNIY2MIY6MII+MIJCMIJGMH5KMH5OLH5SLH5WLH5aLHpeKHpiKHpmKHpmKHpqJHpuJHpyJHp2IHp6I' +
  'Hp+IHqCHH6GHH6KGH6OGIKSFIKWFIaaFIaeEIqeEI6iDI6mCJKqCJauBJqyBJ62AKK5/Ka9/KrB+K7F9LLF9LrJ8L7N7MLR6' +
  'MrV6M7Z5Nbd4Nrh3OLl2Obl2O7p1Pbt0PrxzQL1yQr5xRL5wRb9vR8BuScFtS8JsTcJrT8NpUcRoU8VnVcZmV8ZlWcdkW8hi' +
  'XslhYMlgYspfZMtdZ8xcacxba81Zbc5YcM5Wcs9VdNBUd9BSedFRfNJPftJOgdNMg9NLhtRJiNVHi9VGjdZEkNZDktdBldc/' +
  'l9g+mtg8ndk6n9k4oto3pdo1p9szqtsyrdwwr9wust0std0rt90put4nvd4mv98kwt8ixd8hx+AfyuAezeAdz+Ec0uEb1OEa' +
  '1+IZ2uIY3OIY3+MY4eMY5OMY5+QZ6eQZ7OQa7uUb8eUc8+Ue9uYf+OYh+uYi/eck';

/** VIRIDIS for ranks; RED_POSITIVE, white to red in equal steps, for scores where high means positive. */
export type HeatMapColour = 'VIRIDIS' | 'RED_POSITIVE';

/** 256 RGB triples, from the lowest value to the highest. */
export const COLOUR_TABLES: Readonly<Record<HeatMapColour, Uint8Array>> = {
  VIRIDIS: Uint8Array.from(Buffer.from(VIRIDIS_BASE64, 'base64')),
  RED_POSITIVE: Uint8Array.from({ length: 768 }, (_, i) => {
    const share = Math.floor(i / 3) / 255;
    const full = [200, 0, 0][i % 3] ?? 0;
    return Math.round(255 + share * (full - 255));
  }),
};

/** Which of the 256 steps a share in [0, 1] falls into, as matplotlib counts them: 256 equal bins, 1 in the last. */
export function stepOf(share: number): number {
  return Math.max(0, Math.min(255, Math.floor(share * 256)));
}

import { describe, expect, it } from 'vitest';
import { agreedFact } from './agreed-fact.js';

const member = (site: string | null) => ({ slideId: 's', region: null, specimen: null, scanner: null, site });

describe('what is known of several slides', () => {
  it.each([
    ['what all of them say', ['north', 'north'], 'north'],
    ['nothing where they differ', ['north', 'south'], null],
    ['nothing where one says nothing', ['north', null], null],
    ['nothing of no slide', [], null],
  ])('is %s', (_, sites, expected) => {
    const slides = sites.map(() => null);
    expect(agreedFact(sites.map(member), slides, 'site')).toBe(expected);
  });
});

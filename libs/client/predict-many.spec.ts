import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Lexer, Source, TokenKind, buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildPredictMany, type PredictionRequest } from './predict-many.js';

const folder = join(process.cwd(), 'graphql/schema');
const schema = buildSchema(
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n'),
);

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

const region = (x: number): PredictionRequest['region'] & object => ({ x, y: 0, width: 10, height: 10 });

describe('buildPredictMany', () => {
  it('stays within the limits of the API with all it can carry: 15 questions that share nothing', () => {
    const predictions = Array.from({ length: 15 }, (_, index): PredictionRequest => ({
      model: `model-${index}@prod`,
      region: region(index),
      features: String(index).padStart(64, '0'),
      context: { prevalence: 0.01 * (index + 1) },
    }));
    const { operation, variables } = buildPredictMany({ slideId: 'a', predictions, heatMap: 'TILE_CLASS' });
    expect(validate(schema, parse(operation.text))).toEqual([]);
    expect(tokensOf(operation.text)).toBeLessThanOrEqual(1000);
    expect(Object.keys(variables)).toHaveLength(2 + 4 * 15);
  });

  it('shares a variable between equal arguments', () => {
    const context = { specimen: 'RESECTION' } as const;
    const predictions = ['a@x', 'b@x', 'a@x'].map((model) => ({ model, region: region(1), context }));
    const { operation, variables } = buildPredictMany({ slideId: 's', predictions });
    expect(variables).toEqual({ id: 's', model: 'a@x', model1: 'b@x', region: region(1), context });
    expect(operation.text).toContain('p2: prediction(model: $model, region: $region, context: $context)');
    expect(validate(schema, parse(operation.text))).toEqual([]);
  });

  it('asks about a region and about the whole slide in one operation', () => {
    const predictions = [{ model: 'a@x' }, { model: 'a@x', region: region(5) }];
    const { operation } = buildPredictMany({ slideId: 's', predictions });
    expect(operation.text).toContain('p0: prediction(model: $model) {');
    expect(operation.text).toContain('p1: prediction(model: $model, region: $region) {');
  });

  it.each([0, 16])('refuses %i questions', (count) => {
    const predictions = Array.from({ length: count }, () => ({ model: 'a@x' }));
    expect(() => buildPredictMany({ slideId: 's', predictions })).toThrow(RangeError);
  });
});

import { z } from 'zod';

const perSecond = z.int().min(1).max(1_000_000).optional();

/** What one caller may ask for in a while. */
export const callerBudget = z
  .strictObject({
    requestsPerSecond: perSecond.describe('Requests: GraphQL and files alike.'),
    costPerSecond: perSecond.describe(
      'Points of estimated cost of GraphQL operations, aliases and list sizes included.',
    ),
    burstSeconds: z
      .int()
      .min(1)
      .max(3_600)
      .default(10)
      .describe('Length of the window: what is not used in its beginning may be used at its end.'),
  })
  .refine((budget) => budget.requestsPerSecond !== undefined || budget.costPerSecond !== undefined, {
    message: 'it needs requestsPerSecond or costPerSecond',
  });

/** What one caller may ask for in a window of `burstSeconds`: so many times as much as in a second. */
export type CallerBudget = Readonly<z.infer<typeof callerBudget>>;

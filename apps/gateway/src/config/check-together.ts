import { InvalidConfig } from '#libs/errors';
import type { CallerBudget } from './caller-budget.js';
import { isLoopback } from './loopback.js';

/** The settings that are right or wrong only beside others. */
interface Settings {
  readonly host: string;
  readonly apiKeys: readonly { readonly roles: readonly string[]; readonly limits?: CallerBudget | undefined }[];
  readonly approvals: readonly string[];
  readonly perCaller?: CallerBudget | undefined;
  readonly limits: { readonly cost: number; readonly jobLeaseMs: number };
}

const SHORTEST_LEASE_MS = 2_000;

/** @throws InvalidConfig when two settings do not go together */
export function checkTogether(settings: Settings): void {
  refuseOpenGateway(settings);
  refuseLoneApprover(settings);
  refuseSmallBudgets(settings);
  refuseShortLease(settings);
}

function refuseOpenGateway({ apiKeys, host }: Settings): void {
  if (apiKeys.length > 0 || isLoopback(host)) return;
  throw new InvalidConfig(
    'TESSERA_HOST',
    'opens the gateway to other machines, and nobody could be told apart: name API keys in the file of TESSERA_CONFIG first',
  );
}

function refuseLoneApprover({ approvals, apiKeys }: Settings): void {
  const administrators = apiKeys.filter(({ roles }) => roles.includes('ADMINISTRATOR'));
  if (approvals.length === 0 || administrators.length >= 2) return;
  throw new InvalidConfig(
    'TESSERA_CONFIG at /registry/approvals',
    `names aliases that take two people, and /access/apiKeys has ${administrators.length} with the role ADMINISTRATOR: name a second one, or leave the aliases out`,
  );
}

// An operation that no window has room for would be refused for ever, with a time after which to try again.
function refuseSmallBudgets({ perCaller, apiKeys, limits }: Settings): void {
  const budgets = apiKeys.map((key, i) => [`/access/apiKeys/${i}/limits`, key.limits] as const);
  for (const [place, budget] of [['/limits/perCaller', perCaller] as const, ...budgets]) {
    if (budget?.costPerSecond === undefined || budget.costPerSecond * budget.burstSeconds >= limits.cost) continue;
    throw new InvalidConfig(
      `TESSERA_CONFIG at ${place}`,
      `must have room for one operation of the largest cost: costPerSecond times burstSeconds must be at least TESSERA_LIMIT_COST, which is ${limits.cost}`,
    );
  }
}

function refuseShortLease({ limits }: Settings): void {
  if (limits.jobLeaseMs >= SHORTEST_LEASE_MS) return;
  throw new InvalidConfig(
    'TESSERA_LIMIT_JOB_LEASE_MS',
    `must be at least ${SHORTEST_LEASE_MS}: a busy worker would lose its jobs`,
  );
}

/** One thing that the gateway leans on. */
export interface ReadinessCheck {
  /** As it stands in the answer of `/health/ready`. */
  readonly name: string;
  /** Whether the gateway should get no requests without it. What is not required is told all the same. */
  readonly isRequired: boolean;
  /** Rejects when it is not ready; why goes to nobody but the log. */
  check(signal: AbortSignal): Promise<void>;
}

/** The answer of `/health/ready`. */
export interface Readiness {
  readonly status: 'ready' | 'not ready' | 'shutting down';
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

const CHECK_TIMEOUT_MS = 1_000;

/** The list of checks: rooms register theirs when they start. */
export class ReadinessChecks {
  private readonly checks: ReadinessCheck[] = [];

  register(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  async run(isDraining: boolean): Promise<Readiness> {
    const results = await Promise.all(this.checks.map(async (check) => ({ check, isOk: await passes(check) })));
    const isReady = results.every(({ check, isOk }) => isOk || !check.isRequired);
    const checks = Object.fromEntries(
      results.map(({ check, isOk }) => [check.name, isOk ? ('ok' as const) : ('failed' as const)]),
    );
    return { status: isDraining ? 'shutting down' : isReady ? 'ready' : 'not ready', checks };
  }
}

async function passes(check: ReadinessCheck): Promise<boolean> {
  const signal = AbortSignal.timeout(CHECK_TIMEOUT_MS);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  try {
    await Promise.race([check.check(signal), late]);
    return true;
  } catch {
    return false;
  }
}

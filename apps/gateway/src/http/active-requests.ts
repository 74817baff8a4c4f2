import { ShuttingDown } from '#libs/errors';
import type { RequestScope } from './request-scope.js';

/** The requests at work, and whether new ones are still taken. */
export class ActiveRequests {
  private readonly scopes = new Set<RequestScope>();
  private idleListeners: (() => void)[] = [];
  private draining = false;

  get isDraining(): boolean {
    return this.draining;
  }

  get count(): number {
    return this.scopes.size;
  }

  add(scope: RequestScope): void {
    this.scopes.add(scope);
  }

  remove(scope: RequestScope): void {
    this.scopes.delete(scope);
    if (this.scopes.size > 0) return;
    for (const listener of this.idleListeners.splice(0)) listener();
  }

  /** From now on readiness fails and new requests are refused. Returns when the running ones are done, at most after `drainMs`. */
  async drain(drainMs: number): Promise<void> {
    this.draining = true;
    if (await this.isIdleWithin(drainMs)) return;
    for (const scope of this.scopes) scope.abort(new ShuttingDown());
    await this.isIdleWithin(500);
  }

  private isIdleWithin(ms: number): Promise<boolean> {
    if (this.scopes.size === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      this.idleListeners.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}

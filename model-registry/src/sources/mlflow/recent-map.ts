/** Remembers what was asked for or set in this round or the one before. */
export class RecentMap<T> {
  private current = new Map<string, T>();
  private previous = new Map<string, T>();

  /** Starts a round. */
  turn(): void {
    this.previous = this.current;
    this.current = new Map();
  }

  get(key: string): T | undefined {
    return this.current.get(key) ?? this.previous.get(key);
  }

  set(key: string, value: T): void {
    this.current.set(key, value);
  }
}

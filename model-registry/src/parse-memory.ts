type Outcome<T> = { readonly kind: 'VALUE'; readonly value: T } | { readonly kind: 'FAULT'; readonly fault: unknown };

/** What a pure parser made of a document, for as long as somebody holds the document: sources hand out the same one until it changes. */
export class ParseMemory<T> {
  private readonly outcomes = new WeakMap<object, Outcome<T>>();

  /** The value that `parse` gave for this document, or what it threw, the first time. */
  recall(document: unknown, parse: () => T): T {
    if (typeof document !== 'object' || document === null) return parse();
    const outcome = this.outcomes.get(document) ?? attempt(parse);
    this.outcomes.set(document, outcome);
    if (outcome.kind === 'FAULT') throw outcome.fault;
    return outcome.value;
  }
}

function attempt<T>(parse: () => T): Outcome<T> {
  try {
    return { kind: 'VALUE', value: parse() };
  } catch (fault) {
    return { kind: 'FAULT', fault };
  }
}

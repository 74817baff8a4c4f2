/** How one check ended. */
export type Verdict =
  | { readonly kind: 'pass' }
  /** Allowed, and not what most servers do. */
  | { readonly kind: 'differs'; readonly found: string }
  | { readonly kind: 'unsupported'; readonly found: string }
  | { readonly kind: 'fail'; readonly found: string }
  /** Kept back, because it ends servers that are not prepared for it. */
  | { readonly kind: 'not sent'; readonly found: string };

/** Thrown by a check: the server does what it must not. */
export class Failed extends Error {}

/** Thrown by a check: the server has no such thing, and says so. */
export class NotSupported extends Error {}

/** @throws Failed with what was found */
export function demand(condition: boolean, found: string): void {
  if (!condition) throw new Failed(found);
}

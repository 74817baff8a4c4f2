import { createHash } from 'node:crypto';

/** What makes a bag this bag and no other. Digests are 64 lower-case hexadecimal digits. */
export interface BagIdentity {
  readonly slideDigest: string;
  readonly preprocessingDigest: string;
  readonly encoderDigest: string;
  /** For an imported bag: digest of its features and coordinates, because nobody here can say that the recipe was followed. */
  readonly contentDigest?: string;
}

/** SHA-256 over the identity's digests: the same slide, preprocessing and encoder version give the same bag. */
export function bagDigestOf(identity: BagIdentity): string {
  const { slideDigest, preprocessingDigest, encoderDigest, contentDigest } = identity;
  const parts = ['feature-bag/1', slideDigest, preprocessingDigest, encoderDigest, contentDigest ?? ''];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/**
 * JSON that a test reads by path, and checks by comparing: what a GraphQL answer or a card holds there is the test's claim.
 * The one `any` of the project; what is shipped parses instead.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

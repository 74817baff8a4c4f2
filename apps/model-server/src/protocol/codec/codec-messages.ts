import type { AddressedRequest, EncodedMessage, InferenceRequest, InferenceResponse } from '#libs/inference-protocol';

/** Work on a message that would hold up the event loop. */
export type CodecOrder =
  | { readonly kind: 'rest'; readonly id: number; readonly body: Uint8Array; readonly headerLength: number | null }
  | { readonly kind: 'grpc'; readonly id: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'encode';
      readonly id: number;
      readonly response: InferenceResponse;
      /** Names of the outputs that travel in binary. */
      readonly binary: readonly string[];
    };

export type CodecResult =
  | { readonly kind: 'rest'; readonly request: InferenceRequest }
  | { readonly kind: 'grpc'; readonly addressed: AddressedRequest }
  | { readonly kind: 'encode'; readonly message: EncodedMessage };

/** `spent`: memory of what was read, where the result does not lie in it. */
export type CodecReply = { readonly id: number; readonly spent: readonly ArrayBuffer[] } & (
  | { readonly kind: 'done'; readonly result: CodecResult }
  /** `rule` of an InvalidInferenceMessage, or null for a bug. */
  | { readonly kind: 'refused'; readonly rule: string | null }
);

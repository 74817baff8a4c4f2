import type { SlideMetadata } from '../slide-metadata.js';
import type { TileBatch, TilePlan, TilingRecipe } from '../tiling-recipe.js';

/** A rectangle of one level, in pixels of that level. */
export interface Region {
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Pixels of a region or overview: RGB, shape [heightPx, widthPx, 3]. */
export interface SlideImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Level-0 pixels per pixel of this image. */
  readonly downsample: number;
  readonly rgb: Uint8Array<ArrayBuffer>;
}

/** What a worker can be asked, one thing at a time. `nextBatch` follows `plan`. */
export type WorkerRequest =
  | { readonly kind: 'inspect'; readonly path: string }
  | { readonly kind: 'region'; readonly path: string; readonly region: Region }
  | { readonly kind: 'overview'; readonly path: string; readonly maxEdgePx: number }
  | {
      readonly kind: 'plan';
      readonly path: string;
      readonly recipe: TilingRecipe;
      readonly statedMpp: number | null;
      readonly batchSize: number;
    }
  | { readonly kind: 'nextBatch' };

export type WorkerAnswer =
  | { readonly kind: 'metadata'; readonly metadata: SlideMetadata }
  | { readonly kind: 'image'; readonly image: SlideImage }
  | { readonly kind: 'plan'; readonly plan: TilePlan }
  | { readonly kind: 'batch'; readonly batch: TileBatch | null };

/** A domain error on its way between threads: structured clones lose their class. */
export type Refusal =
  | { readonly kind: 'UNREADABLE'; readonly reason: string }
  | {
      readonly kind: 'TOO_LARGE';
      readonly what: string;
      readonly found: number | string;
      readonly limit: number | string;
    }
  | { readonly kind: 'TOO_COARSE'; readonly neededMpp: number; readonly foundMpp: number }
  | { readonly kind: 'MPP_UNKNOWN'; readonly neededMpp: number | null }
  | { readonly kind: 'BAD_INPUT'; readonly argument: string; readonly rule: string }
  | { readonly kind: 'FAULT'; readonly description: string };

/** `recycle` brings back the memory of a batch. It is never answered. */
export type ToWorker =
  | { readonly kind: 'ask'; readonly request: WorkerRequest }
  | { readonly kind: 'recycle'; readonly memory: ArrayBuffer }
  | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'progress' }
  | { readonly kind: 'answer'; readonly answer: WorkerAnswer }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

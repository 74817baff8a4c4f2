import { type GivenMeans } from './given-means.js';

/** A rectangle in level-0 pixels, half open. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A slide, or a region of one, with the bag that is looked at. */
export interface QuestionPlace {
  readonly slideId: string;
  /** null stands for the whole slide. */
  readonly region: Rectangle | null;
  /** Digest of a certain feature bag; the one that fits where it is left out. */
  readonly features?: string;
}

/** What is asked of a model version. */
export interface Question {
  readonly slideId: string;
  /** A ModelRef as the caller wrote it. */
  readonly model: string;
  /** null stands for the whole slide. */
  readonly region: Rectangle | null;
  /** Further slides of the same patient: the tiles of all are one bag. The version's card says whether it takes patients so. */
  readonly others?: readonly QuestionPlace[];
  /** Digest of a certain feature bag (of the first slide, where there are several), or null for the one that fits. */
  readonly features: string | null;
  /** Id of the one calibration record to call by, and the target that it must be of if the caller says one. Without it, by the case. */
  readonly calibration?: { readonly id: string; readonly target: string | null };
  /** Cluster means that the caller brings, in place of the slide's own features. */
  readonly means?: GivenMeans;
  /** Whether another version of the alias's fallback list may answer when the chosen one cannot. No, unless stated. */
  readonly allowFallback?: boolean;
}

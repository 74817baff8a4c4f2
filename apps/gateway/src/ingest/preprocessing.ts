import { jsonDigest, type ModelVersion, type Tiling } from '#model-registry';
import { BadUserInput } from '#libs/errors';
import { type Slide } from '#gateway/slide-catalog';

/** How tiles were cut for a bag: the encoder's recipe, and the resolution where the file did not say and somebody did. */
export interface Preprocessing {
  readonly tiling: Tiling;
  readonly statedMpp: number | null;
}

export function preprocessingOf(encoder: ModelVersion, slide: Slide): Preprocessing {
  return { tiling: tilingOf(encoder), statedMpp: slide.mpp === null ? slide.mppStated : null };
}

/** SHA-256 of the recipe's canonical JSON: two recipes that differ in one field are two preprocessings. */
export function preprocessingDigest(preprocessing: Preprocessing): string {
  return jsonDigest(preprocessing);
}

/** The tiling of a tile encoder's card. Throws BadUserInput for any other version. */
export function tilingOf(encoder: ModelVersion): Tiling {
  const { task, input } = encoder.card;
  if (task.kind !== 'EMBEDDING' || task.level !== 'TILE' || !input.tiling) {
    throw new BadUserInput(
      'input.encoder',
      'must name a tile encoder (task EMBEDDING, level TILE), or a version that takes the features of one',
    );
  }
  return input.tiling;
}

/** What the rows of an encoder's features are of. Throws BadUserInput for a version that is no encoder of tiles or cells. */
export function levelOfEncoder(encoder: ModelVersion): 'TILE' | 'CELL' {
  const { kind, level } = encoder.card.task;
  if (kind === 'EMBEDDING' && level === 'CELL') return level;
  tilingOf(encoder);
  return 'TILE';
}

/** Which output of the encoder its features are; part of every bag's recipe, because a contract asks for it. */
export function encoderOutputOf(encoder: ModelVersion): {
  readonly outputVariant: string;
  readonly l2Normalised: boolean;
} {
  const { embedding } = encoder.card.output;
  if (!embedding) throw new BadUserInput('input.encoder', 'must name a version that gives an embedding');
  return { outputVariant: embedding.outputVariant, l2Normalised: embedding.l2Normalised };
}

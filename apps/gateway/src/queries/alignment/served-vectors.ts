import { hasUnitRows, meanDirection, unitRows, type UnitRows } from '#libs/alignment';
import { ModelBadResponse } from '#libs/errors';
import type { AlignmentHead } from '#gateway/alignment';

/**
 * What a tower answered, each vector of length one.
 * @throws ModelBadResponse for vectors that are not what the card says: of another length than one where it states that, or without a direction
 */
export function servedVectors(values: Float32Array, { card }: AlignmentHead, serverId: string): UnitRows {
  try {
    if (card.l2Normalised && !hasUnitRows(values, card.embedDim))
      throw new ModelBadResponse(
        serverId,
        'vectors of the tower are not of length one, and the card says that they are',
      );
    return unitRows(values, card.embedDim);
  } catch (error) {
    if (error instanceof ModelBadResponse) throw error;
    throw new ModelBadResponse(serverId, "a vector of the tower is zero or not finite, or not of the head's dimension");
  }
}

/** One vector for all. @throws ModelBadResponse where the vectors cancel */
export function directionOf(rows: UnitRows): Float32Array {
  return rows.count === 1 ? rows.values : meanDirection(rows);
}

import type { MissingGenes } from '#graphql/generated/schema-types';
import type { UnitRows } from '#libs/alignment';
import { type AlignmentHead, towerOf } from '#gateway/alignment';
import type { ModelGenes } from '#gateway/gene-catalog';
import type { AnswerScope, ProfilePipeline } from '#gateway/pipeline';
import type { ProfileTables } from './profile-table.js';
import { servedVectors } from './served-vectors.js';
import { recipeOf, towerInput } from './tower-input.js';

/** Samples of a matrix through the transcriptome tower, each once. */
export class PairProfiles {
  constructor(
    private readonly tables: ProfileTables,
    private readonly genes: ModelGenes,
    private readonly pipeline: ProfilePipeline,
  ) {}

  /** @returns the vector of each of the samples, `[samples, dim]` */
  async of(
    {
      matrix,
      samples,
      missing,
    }: { readonly matrix: string; readonly samples: readonly string[]; readonly missing: MissingGenes },
    head: AlignmentHead,
    scope: AnswerScope,
  ): Promise<UnitRows> {
    const tower = towerOf(head, 'TRANSCRIPTOME', scope.snapshot);
    const recipe = recipeOf(tower).map(({ op }) => op);
    const wanted = { matrix, samples, missing, argument: 'input.pairs' };
    const table = await this.tables.ofSamples(wanted, { tenant: scope.tenant, recipe, signal: scope.signal });
    const input = await towerInput(table, tower, head, { genes: this.genes, signal: scope.signal });
    const { values, serverId } = await this.pipeline.answer(tower.version, input.profiles, scope);
    return servedVectors(values, head, serverId);
  }
}

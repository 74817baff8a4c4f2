import type { ExpressionProfileInput } from '#graphql/generated/schema-types';
import { parseModelRef } from '#model-registry';
import { alignmentHead, towerOf } from '#gateway/alignment';
import type { ModelGenes } from '#gateway/gene-catalog';
import type { AnswerScope, ProfilePipeline } from '#gateway/pipeline';
import type { ProfileTables } from './profile-table.js';
import { servedVectors } from './served-vectors.js';
import { recipeOf, towerInput } from './tower-input.js';

/** Profiles of callers in the space of a head. */
export class AlignedProfiles {
  constructor(
    private readonly pipeline: ProfilePipeline,
    private readonly tables: ProfileTables,
    private readonly genes: ModelGenes,
  ) {}

  /** @returns the vector, `[dim]` of length one, and all that it rests on. @throws VocabularyMismatch, GenesMissing, UnitMismatch, BadUserInput, LicenceRefused ... */
  async of(model: string, profile: ExpressionProfileInput, scope: AnswerScope) {
    const version = scope.snapshot.resolve(parseModelRef(model));
    scope.note(version);
    const head = alignmentHead(version, scope.snapshot);
    const tower = towerOf(head, 'TRANSCRIPTOME', scope.snapshot);
    await scope.licences.admit(version);
    const recipe = recipeOf(tower).map(({ op }) => op);
    const { tenant, signal } = scope;
    const table = await this.tables.of(profile, { tenant, recipe, signal });
    const input = await towerInput(table, tower, head, { genes: this.genes, signal });
    const { values, serverId, provenance } = await this.pipeline.answer(tower.version, input.profiles, scope);
    return { head, tower, table, input, vector: servedVectors(values, head, serverId).values, provenance };
  }
}

import { z } from 'zod';
import type { Json } from '#libs/database';
import type { Job, JobTools } from '#gateway/jobs';
import type { AnswerScopes } from '#gateway/pipeline';
import type { AskedMap, MakeSpatialMaps } from './make-spatial-maps.js';
import type { MapQuestion } from './map-question.js';

const JOB_TIMEOUT_MS = 24 * 60 * 60 * 1000;

const inputSchema = z.object({
  slideId: z.string(),
  model: z.string(),
  region: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  features: z.string(),
  window: z.object({ strideTiles: z.int().nullable(), minTiles: z.int().nullable() }),
  datatype: z.enum(['FP16', 'FP32']),
});

/** Makes maps as jobs. */
export class PrepareSpatialMaps {
  constructor(
    private readonly maps: MakeSpatialMaps,
    private readonly scopes: AnswerScopes,
  ) {}

  /** What a job is given: version and features are those of the moment in which it was asked for. */
  jobOf({ question: { slideId, region }, window, datatype }: AskedMap, { version, features }: MapQuestion): Json {
    return {
      ...{ slideId, model: version.ref, region: region && { ...region }, features: features.bag.digest, datatype },
      window: { ...window },
    };
  }

  /** The job. @throws what making a map throws */
  async run({ tenant, createdBy, input }: Job, { signal, progress }: JobTools): Promise<Json> {
    const { window, datatype, ...asked } = inputSchema.parse(input);
    const scope = this.scopes.of({
      caller: { tenant, id: createdBy },
      signal,
      deadlineAt: Date.now() + JOB_TIMEOUT_MS,
    });
    const question = await this.maps.question({ question: asked, window, datatype }, scope);
    const onTiles = (done: number, total: number): void => progress({ stage: 'mapping', done, total });
    const { digest } = await this.maps.make(question, { scope, by: createdBy, onTiles });
    return { mapDigest: digest };
  }
}

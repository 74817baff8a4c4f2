import { createHash } from 'node:crypto';
import { type CallLimits } from '#libs/inference-client';
import { ModelTimeout } from '#libs/errors';
import { type ModelVersion } from '#model-registry';
import { type Router, type ServedAnswer, type Tensors } from '#gateway/routing';
import { type FlightFigures, Flights, type Landed } from './flights.js';

/** What names the bytes of an input. */
export interface InputIdentity {
  readonly inputDigest: string;
  readonly bag: { readonly featuresBlob: string };
}

/** What a model server said, and when. */
export interface ModelCall {
  readonly answer: ServedAnswer;
  readonly computedAt: Date;
  readonly inferMs: number;
}

/** The way of all operations to the model servers: identical questions that are asked at the same time become one call. */
export class ModelCalls {
  private readonly flights = new Flights<ModelCall>();

  constructor(private readonly router: Router) {}

  read(): FlightFigures {
    return this.flights.read();
  }

  /** @throws what the router throws; Cancelled and ModelTimeout for this caller alone */
  ask(
    {
      kind,
      version,
      features,
    }: { readonly kind: string; readonly version: ModelVersion; readonly features: InputIdentity },
    tensors: Tensors,
    limits: CallLimits,
  ): Promise<Landed<ModelCall>> {
    const late = (): Error => new ModelTimeout(this.serversOf(version), limits.timeoutMs);
    const ask = (shared: CallLimits): Promise<ModelCall> => this.call(version, tensors, shared);
    return this.flights.join(keyOf(kind, version, features), limits, ask, late);
  }

  private async call(version: ModelVersion, tensors: Tensors, limits: CallLimits): Promise<ModelCall> {
    const startedAt = performance.now();
    const answer = await this.router.infer(version, tensors, limits);
    return { answer, computedAt: new Date(), inferMs: performance.now() - startedAt };
  }

  private serversOf(version: ModelVersion): string {
    return this.router
      .replicas(version)
      .map(({ server }) => server.id)
      .join(', ');
  }
}

/**
 * Who asks is not in it, for a model does not know that either. The digest of the features' bytes is, and not only the bag's: a bag that was
 * prepared is named by its recipe, and two tenants may have carried out one recipe with different bits.
 */
function keyOf(kind: string, version: ModelVersion, { bag, inputDigest }: InputIdentity): string {
  return createHash('sha256').update([kind, version.digest, inputDigest, bag.featuresBlob].join('\n')).digest('hex');
}

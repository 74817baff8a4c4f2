import { createHash } from 'node:crypto';
import type { NewAnswer } from '#gateway/answer-store';
import type { BagDescription } from '#gateway/feature-store';
import type { NewSlide, Slide } from '#gateway/slide-catalog';

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function exampleSlide(seed: string, changes: Partial<NewSlide> = {}): NewSlide {
  return {
    digest: digestOf(`slide ${seed}`),
    path: `/slides/${seed}.svs`,
    name: null,
    format: 'APERIO_SVS',
    widthPx: 2220,
    heightPx: 2967,
    mpp: 0.499,
    mppStated: null,
    objectivePower: 20,
    sizeBytes: 1_938_955,
    levels: [{ widthPx: 2220, heightPx: 2967, downsample: 1 }],
    stain: null,
    organ: null,
    specimen: null,
    preservation: null,
    scanner: null,
    site: null,
    ...changes,
  };
}

export function exampleBag(slide: Slide, changes: Partial<BagDescription> = {}): BagDescription {
  return {
    tenant: slide.tenant,
    slide: { id: slide.id, digest: slide.digest },
    encoder: { name: 'uni', version: '1', digest: digestOf('encoder uni 1') },
    preprocessingDigest: digestOf('preprocessing'),
    origin: 'PREPARED',
    recipe: { mpp: 0.5 },
    dim: 3,
    coordsDatatype: 'INT32',
    coordsUnit: 'PX_LEVEL0',
    tileEdgePx: 448.9,
    mpp: 0.5,
    tileSizePx: 224,
    ...changes,
  };
}

export function exampleAnswer(tenant: string, seed: string, changes: Partial<NewAnswer> = {}): NewAnswer {
  return {
    tenant,
    id: digestOf(`answer ${seed}`),
    kind: 'PREDICTION',
    slideId: null,
    modelRef: 'local:example/1',
    modelDigest: digestOf('model'),
    inputDigest: digestOf(`input ${seed}`),
    parameters: {},
    outputs: { logit: 0.25 },
    arrays: {},
    provenance: { server: 'embedded' },
    ...changes,
  };
}

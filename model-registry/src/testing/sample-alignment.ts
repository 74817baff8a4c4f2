import type { ModelCard } from '../card/model-card.js';
import { biomarkerCard, MODEL_BYTES, sha256 } from './sample-cards.js';

/** A head over two towers, with one reference set and its recall. */
export function alignmentCard(): ModelCard {
  const card = biomarkerCard();
  return {
    ...card,
    task: { kind: 'ALIGNMENT', level: 'TILE' },
    output: { ...card.output, targets: [] },
    spatial: [],
    alignment: {
      towers: [
        { modality: 'IMAGE', model: { model: 'sample-image', version: '1' }, dim: 8 },
        { modality: 'TRANSCRIPTOME', model: { model: 'sample-genes', version: '1' }, dim: 8 },
      ],
      embedDim: 8,
      l2Normalised: true,
      loss: 'CLIP',
      logitScale: { value: 2.36, space: 'LOG' },
      logitBias: null,
      referenceSets: [{ id: 'c6', path: 'c6.safetensors', size: 164, description: 'Pairs of C6.' }],
      retrieval: [
        { referenceSet: 'c6', direction: 'I2G', k: 5, value: 0.122, gallerySize: 164, chance: 0.03, split: 'C6' },
      ],
      cautions: ['SAME_PATIENT'],
    },
    artifacts: [{ path: 'c6.safetensors', sha256: sha256('x'), sizeBytes: 1, role: 'REFERENCE_SET' }],
  };
}

/** A head whose towers are in the version itself; the first projects features of the sample encoder of this digest. */
export function headOverEncoder(encoderDigest: string, version = '1'): ModelCard {
  const card = alignmentCard();
  const { extractor } = biomarkerCard('1', encoderDigest);
  if (!card.alignment || !extractor) throw new Error('The samples have a head and an encoder.');
  const identity = { ...card.identity, name: 'sample-head', version };
  const own = { model: identity.name, version: identity.version };
  const towers = card.alignment.towers.map((tower, i) => ({
    ...tower,
    model: own,
    ...(i === 0 && { encoder: extractor }),
  }));
  const artifacts = card.artifacts.map((artifact) => ({
    ...artifact,
    sha256: sha256(MODEL_BYTES),
    sizeBytes: MODEL_BYTES.length,
  }));
  return {
    ...card,
    identity,
    extractor: null,
    input: { ...card.input, unit: 'GENE_VECTOR' },
    alignment: { ...card.alignment, towers },
    artifacts,
  };
}

import type { ModelCard } from '../card/model-card.js';
import { biomarkerCard, sha256 } from './sample-cards.js';

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

import { Answer } from '../../apps/gateway/src/answer-store/index.js';
import { FeatureBag } from '../../apps/gateway/src/feature-store/index.js';
import { Job } from '../../apps/gateway/src/jobs/index.js';
import { Slide } from '../../apps/gateway/src/slide-catalog/index.js';

/** Every entity of the store, as the gateway passes them to openDatabase. */
export const storeEntities = [Slide, FeatureBag, Answer, Job] as const;

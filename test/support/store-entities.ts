import { Answer } from '#gateway/answer-store';
import { FeatureBag } from '#gateway/feature-store';
import { Job } from '#gateway/jobs';
import { RegistryWriteRow } from '#gateway/registry-journal';
import { Slide } from '#gateway/slide-catalog';

/** Every entity of the store, as the gateway passes them to openDatabase. */
export const storeEntities = [Slide, FeatureBag, Answer, Job, RegistryWriteRow] as const;

export { Answer, type NewAnswer, type StoredArray } from './answer.entity.js';
export { AnswerStore } from './answer-store.service.js';
export { AnswerStoreModule } from './answer-store.module.js';

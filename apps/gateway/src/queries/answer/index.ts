export { AnswerResolver } from './answer.resolver.js';

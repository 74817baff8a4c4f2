export { type AlignmentHead, alignmentHead, type HeadCard, type Tower, towerOf } from './alignment-head.js';
export { type ReferenceSet, ReferenceSets, sideOf } from './reference-sets.js';

import { createVocabulary } from './words.js';

/** What a node of the dependency graph is to the job that was asked for. */
export const nodeTypes = createVocabulary({
  PrerequisiteJob: ['Önkoşul İş', '前提ジョブ'],
  CurrentJob: ['Mevcut İş', '現在のジョブ'],
  DependentJob: ['Bağımlı İş', '依存ジョブ'],
});

export type NodeType = (typeof nodeTypes.words)[number];

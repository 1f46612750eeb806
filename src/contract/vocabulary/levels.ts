import { createVocabulary } from './words.js';

/** How grave a log entry is, from least to most. */
export const levels = createVocabulary({
  DEBUG: ['Hata Ayıklama', 'TRACE', 'デバッグ'],
  INFO: ['Information', 'Bilgi', 'NOTICE', '情報'],
  WARN: ['WARNING', 'Uyarı', '警告'],
  ERROR: ['Hata', 'FATAL', 'CRITICAL', 'SEVERE', 'エラー'],
});

export type Level = (typeof levels.words)[number];

/** The place of a level in the order of gravity, 0 for DEBUG; an unknown level counts as INFO, the API's default. */
export function levelRank(level: string | null | undefined): number {
  return levels.words.indexOf(levels.canonical(level) ?? 'INFO');
}

import { createVocabulary } from './words.js';

/** How urgent a job is. */
export const priorities = createVocabulary({
  Critical: ['Kritik', '最優先', '緊急'],
  High: ['Yüksek', '高'],
  Normal: ['Olağan', '通常'],
  Low: ['Düşük', '低'],
});

export type Priority = (typeof priorities.words)[number];

/** How good something is. */
export const ratings = createVocabulary({
  Good: ['İyi', '良好'],
  Medium: ['Orta', '中'],
  Poor: ['Zayıf', '不良'],
});

export type Rating = (typeof ratings.words)[number];

/** Where a figure is going. */
export const trends = createVocabulary({
  Stable: ['Stabil', '安定'],
  Declining: ['Azalan', '低下'],
  Improving: ['İyileşen', '改善'],
});

export type Trend = (typeof trends.words)[number];

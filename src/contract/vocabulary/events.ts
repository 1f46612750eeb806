import { createVocabulary } from './words.js';

/** What can happen to a job. */
export const eventTypes = createVocabulary({
  JobStarted: ['İşBaşladı', 'ジョブ開始'],
  StageStarted: ['AşamaBaşladı', 'ステージ開始'],
  StageCompleted: ['AşamaTamamlandı', 'ステージ完了'],
  Milestone: ['KilometreTaşı', 'マイルストーン'],
  Warning: ['Uyarı', '警告'],
  Error: ['Hata', 'エラー'],
  Progress: ['İlerleme', '進捗'],
  JobCompleted: ['İşTamamlandı', 'ジョブ完了'],
  JobFailed: ['İşBaşarısız', 'ジョブ失敗'],
  JobCancelled: ['İşİptalEdildi', 'ジョブキャンセル'],
});

export type EventType = (typeof eventTypes.words)[number];

/** What can be expected of a job. */
export const upcomingEventTypes = createVocabulary({
  StageStart: ['AşamaBaşlangıç', 'ステージ開始予定'],
  StageCompletion: ['AşamaTamamlanma', 'ステージ完了予定'],
  JobCompletion: ['İşTamamlanma', 'ジョブ完了予定'],
});

export type UpcomingEventType = (typeof upcomingEventTypes.words)[number];

/** How finely a timeline is cut. */
export const granularities = createVocabulary({
  seconds: ['saniyeler', '秒'],
  minutes: ['dakikalar', '分'],
  major_events: ['major events', 'ana olaylar', '主要イベント'],
});

export type Granularity = (typeof granularities.words)[number];

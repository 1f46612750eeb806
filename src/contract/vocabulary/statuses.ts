import { createVocabulary } from './words.js';

/** What a job or a stage can be doing. A status outside of this is shown as it came and is not final. */
export const statuses = createVocabulary({
  Running: ['Çalışıyor', '実行中'],
  Queued: ['Kuyrukta', 'キュー待ち', '待機中'],
  Pending: ['Beklemede', '保留中'],
  Completed: ['Tamamlandı', '完了'],
  Failed: ['Başarısız', '失敗'],
  Cancelled: ['Canceled', 'İptal Edildi', 'キャンセル'],
});

export type Status = (typeof statuses.words)[number];

/** Whether a job or stage of this status will never change again. */
export function isFinal(status: string | null | undefined): boolean {
  const known = statuses.canonical(status);
  return known === 'Completed' || known === 'Failed' || known === 'Cancelled';
}

/** What a resource, a condition or a subscription can be. */
export const conditions = createVocabulary({
  Available: ['Mevcut', '利用可能'],
  Allocated: ['Tahsis Edildi', '割り当て済み'],
  Unavailable: ['Mevcut Değil', '利用不可'],
  Resolved: ['Çözüldü', '解決済み'],
  Active: ['Aktif', 'アクティブ', '有効'],
});

export type Condition = (typeof conditions.words)[number];

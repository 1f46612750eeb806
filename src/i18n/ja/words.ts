import type { WordMessages } from '../areas/words.js';

export const words: WordMessages = {
  status: {
    Running: '実行中',
    Queued: 'キュー待ち',
    Pending: '保留中',
    Completed: '完了',
    Failed: '失敗',
    Cancelled: 'キャンセル',
  },
  condition: {
    Available: '利用可能',
    Allocated: '割り当て済み',
    Unavailable: '利用不可',
    Resolved: '解決済み',
    Active: '有効',
  },
  eventType: {
    JobStarted: 'ジョブ開始',
    StageStarted: 'ステージ開始',
    StageCompleted: 'ステージ完了',
    Milestone: 'マイルストーン',
    Warning: '警告',
    Error: 'エラー',
    Progress: '進捗',
    JobCompleted: 'ジョブ完了',
    JobFailed: 'ジョブ失敗',
    JobCancelled: 'ジョブ取消',
  },
  upcomingEventType: {
    StageStart: 'ステージ開始予定',
    StageCompletion: 'ステージ完了予定',
    JobCompletion: 'ジョブ完了予定',
  },
  priority: { Critical: '緊急', High: '高', Normal: '通常', Low: '低' },
  rating: { Good: '良好', Medium: '中', Poor: '不良' },
  trend: { Stable: '安定', Declining: '低下', Improving: '改善' },
  nodeType: {
    PrerequisiteJob: '前提',
    CurrentJob: 'このジョブ',
    DependentJob: '後続',
  },
  yes: 'はい',
  no: 'いいえ',
};

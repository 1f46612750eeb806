import type { BatchMessages } from '../areas/batch.js';

export const batch: BatchMessages = {
  summary: '複数のジョブとシステムの状態をまとめて表示します',
  help: {
    jobIds: '表示するジョブ。省略するとプロジェクトで追跡中のすべて',
    status: 'この状態のジョブだけを表示',
    submittedBy: 'このユーザーのジョブだけを表示',
    metrics: '各ジョブが使うリソースを表示',
    sort: '並べ替え: progress（進んでいる順）、start、eta、name、status（失敗が先）',
    examples: {
      all: 'プロジェクトのすべてのジョブ',
      failed: '失敗したジョブの ID',
      eta: '実行中のジョブとリソース、終わりが近い順',
    },
  },
  shown: (_count, figure, of) =>
    of === undefined ? `${figure} 件のジョブ` : `${of} 件中 ${figure} 件のジョブを表示`,
  asOf: (time) => `${time} 時点`,
  labels: {
    id: 'ID',
    job: 'ジョブ',
    status: '状態',
    queue: '順番',
    progress: '進捗',
    stage: 'ステージ',
    start: '開始',
    end: '終了',
    by: '投入者',
    priority: '優先度',
    cpu: 'CPU',
    memory: 'メモリ',
    rate: '速度',
  },
  place: (figure) => `${figure} 番目`,
  late: (duration) => `${duration}遅れ`,
  system: {
    title: 'システム',
    load: '負荷',
    queue: 'キュー',
    resources: 'リソース',
    capacity: '余力',
  },
  none: ({ status, submittedBy }) =>
    `${submittedBy === undefined ? '' : `${submittedBy} が投入した`}${status === undefined ? '' : `${status}の`}ジョブはありません`,
  missing: (ids) => `応答に含まれないジョブ: ${ids}`,
};

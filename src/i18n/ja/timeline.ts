import type { TimelineMessages } from '../areas/timeline.js';

export const timeline: TimelineMessages = {
  summary: 'ジョブの経過と今後の予定を、一覧またはガントチャートで表示します',
  help: {
    flags: {
      subEvents: 'ステージ内の細かいイベントも含める',
      granularity: 'サーバーがタイムラインを区切る細かさ',
      view: 'イベントの一覧、または時間軸上のステージの棒',
    },
    examples: {
      list: 'すべてのイベントとその詳細',
      gantt: '時間軸に並べたステージ',
      json: 'いつ何が起きたかを 1 行ずつ',
    },
  },
  started: '開始',
  ended: '終了',
  took: '所要時間',
  elapsed: '経過時間',
  now: '現在',
  jobEnded: 'ジョブ終了',
  expected: '予定',
  late: (duration) => `${duration}遅れ`,
  wholeJob: 'ジョブ全体',
  unnamedStage: 'ステージ',
  more: (_count, figure) => `ほか ${figure} 件のイベント`,
  empty: 'タイムラインにイベントがありません',
};

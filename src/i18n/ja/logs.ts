import type { LogsMessages } from '../areas/logs.js';

export const logs: LogsMessages = {
  summary: 'ジョブのログを絞り込んで表示します',
  help: {
    level: 'このレベル以上のエントリを表示',
    since: 'この時刻以降のエントリを表示: RFC 3339、さかのぼる長さ（15m）、today、yesterday',
    until: 'この時刻までのエントリを表示',
    limit: '古い順に最大この件数を表示',
    tail: '一致する最後の <n> 件を表示',
    follow:
      'ジョブが終わるまで、これから届くエントリも件数の制限なく表示し、ジョブの結果で終わる: 0 完了、1 失敗、3 キャンセル',
    grep: 'メッセージ、コンポーネント、ステージ、詳細のいずれかが一致するエントリを表示',
    exclude: 'メッセージ、コンポーネント、ステージ、詳細のいずれかが一致するエントリを除外',
    component: 'これらのコンポーネントのエントリだけを表示',
    stage: 'これらのステージのエントリだけを表示',
    noDetails: 'エントリの詳細を表示しない',
    raw: 'サーバーのログのテキストをそのまま表示',
    failOn: 'このレベル以上のエントリが一致したら終了コード 1 で終わる',
    examples: {
      errors: '過去 1 時間の警告とエラー',
      search: 'メモリに関する最後の 20 件と、その後に届くもの',
      ci: 'CI 向け: エラーを表示し、あれば失敗させる',
    },
  },
  labels: { time: '時刻', level: 'レベル', component: 'コンポーネント', stage: 'ステージ' },
  today: '今日',
  levelCount: {
    ERROR: (_count, figure) => `エラー ${figure} 件`,
    WARN: (_count, figure) => `警告 ${figure} 件`,
    INFO: (_count, figure) => `情報 ${figure} 件`,
    DEBUG: (_count, figure) => `デバッグ ${figure} 件`,
  },
  comma: '、',
  shown: (_count, figure, of, levels) =>
    `${of === undefined ? `${figure} 件` : `${of} 件中 ${figure} 件`}: ${levels}`,
  inAll: (levels) => `ログ全体: ${levels}`,
  metrics: {
    overallProgress: '全体',
    processingRate: '速度',
    memoryUsage: 'メモリ',
    cpuUsage: 'CPU',
    estimatedCompletion: '終了',
  },
  none: ({ level, since, until, isFiltered }) =>
    `${since === undefined ? '' : `${since} 以降、`}${until === undefined ? '' : `${until} までに、`}${level} 以上の${isFiltered ? '一致する' : ''}エントリはありません`,
  noText: 'ログは空です',
  limitReached: (limit) =>
    `${limit} 件で止めました。続きがあるかもしれません: --limit を増やすか、--tail で最後の件を表示してください`,
  failsBeyond: (level, time) => `表示した範囲の先に ${level} 以上のエントリがあります: ${time}`,
  gap: (from, to) =>
    `${from} から ${to} までのエントリが欠けています: 同じ時刻のエントリが多すぎます`,
  lost: (what, wait) => `${what}。${wait} 後に再試行します`,
  back: (after) => `${after} ぶりに応答がありました`,
  ended: (status) => `ジョブは終了しました: ${status}`,
};

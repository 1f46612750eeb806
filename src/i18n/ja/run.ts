import type { RunMessages } from '../areas/run.js';

export const run: RunMessages = {
  summary: 'コマンドを追跡対象のジョブとして実行します（出力と終了コードはそのまま）',
  command: '実行するコマンドとその引数。変更せずに渡します',
  flags: {
    id: 'ジョブの ID（GUID）。省略すると新しく作ります',
    name: 'ジョブの名前。省略するとコマンドライン',
    type: '同じ種類のジョブ同士を比較します。省略するとコマンドライン',
    priority: '待っているジョブのうちどれを先に始めるか',
    after: '先に完了していなければならないジョブ。失敗するとこのジョブも失敗します',
    submittedBy: 'ジョブの持ち主',
  },
  examples: {
    plain: 'テストの実行を追跡する',
    after: '別のジョブが完了してから始める',
    script: 'ID を自分で決めるスクリプトから',
  },
  job: (id) => `ジョブ ${id}`,
  follow: (command) => `確認するには: ${command}`,
  waitingForJobs: (ids) => `次のジョブを待っています: ${ids}`,
  waitingInQueue: (position) => `キューで待機中（${position} 番目）`,
  waiting: '順番を待っています',
  started: '開始しました',
  serverAway: 'サーバーに接続できません。待機を続けます',
  notStarted: (reason) =>
    reason === '' ? 'ジョブは開始されませんでした' : `ジョブは開始されませんでした: ${reason}`,
  delivering: (count) => `${count} 件の報告をサーバーに送信中（Ctrl-C で中止）`,
  undelivered: (count) => `${count} 件の報告をサーバーに送れませんでした`,
  leftOut: (count) => `容量が足りず、ジョブのログから ${count} 行が抜けています`,
  refused: (reason) => `サーバーはこのジョブの報告を受け付けなくなりました: ${reason}`,
};

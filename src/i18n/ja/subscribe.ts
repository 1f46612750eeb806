import type { SubscribeMessages } from '../areas/subscribe.js';

export const subscribe: SubscribeMessages = {
  summary: 'ジョブのイベントをその場で表示、または Webhook へ送信',
  flags: {
    websocket: 'ソケットで届くイベントを表示（--webhook がない場合の動作）',
    webhook: 'イベントを代わりにこのアドレスへ送る',
    authTokenFile: 'Webhook に付けるトークンのファイル。- は標準入力',
    secretFile:
      'Webhook の署名に使うシークレットのファイル。なければ作成（このマシン宛ての既定: listen も使うユーザー自身のもの）',
    events: (all) => `このイベントのみ（コンマ区切り）: ${all}`,
    minProgress: '進捗イベントの間隔（パーセントポイント）',
    includeDebug: 'ログの DEBUG エントリも含める',
    noNotifyErrors: 'エラーを除く（--events で指定した場合を除く）',
    list: 'ジョブの購読を表示',
    remove: '購読を取り消す',
  },
  examples: {
    follow: 'ジョブの終了まで表示し、その結果で終了',
    pipe: '一部のイベントを別のプログラムに渡す',
    webhook: 'jobtrack listen へ送る',
  },
  subscription: '購読',
  job: 'ジョブ',
  status: '状態',
  sentTo: '送信先',
  events: 'イベント',
  created: '作成',
  expires: '期限',
  none: 'このジョブに購読はありません。',
  removed: (id) => `購読 ${id} を取り消しました。`,
  unsigned: (flag) =>
    `サーバーは誰にも知らされないシークレットで署名します。送信内容を検証するには ${flag} を付けて購読してください。`,
  debug: 'デバッグ',
  connected: 'イベントを待っています。Ctrl-C で終了します（ジョブは続きます）。',
  again: 'イベントの受信を再開しました。取りこぼしはありません。',
  lost: (reason, wait) => `イベントを受信できません: ${reason}。${wait}後に再試行します。`,
  noSocket: (reason) =>
    `イベントのソケットがありません: ${reason}。代わりに繰り返し問い合わせます。`,
  reasons: {
    'not-offered': 'このサーバーは提供していません',
    elsewhere: '別のホストにあり、そこへはトークンを送りません',
    refused: 'サーバーが開きません',
    proxy: '間にプロキシがあります',
    'not-understood': '届くものがイベントではありません',
  },
  endUnknown: 'これ以上イベントは届かず、ジョブの結果は分かりませんでした。',
};

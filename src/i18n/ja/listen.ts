import type { ListenMessages } from '../areas/listen.js';

export const listen: ListenMessages = {
  summary: 'このマシンで Webhook を受信: 検証、表示、転送、プログラムの実行',
  flags: {
    port: '待ち受けるポート。0 は空きポート',
    secretFile:
      'Webhook の署名に使うシークレットのファイル（1 行に 1 つ）。なければ作成（既定: subscribe も使うユーザー自身のもの）',
    forwardTo: '各イベントを届いたままこのアドレスへ転送',
    exec: 'イベントごとにプログラムをシェルなしで実行。イベントは標準入力に渡される',
  },
  examples: {
    plain: '届いたものを表示',
    forward: '自分の受信側を試す',
    exec: '各イベントをプログラムに渡す',
  },
  listening: (url) => `${url} で Webhook を待ち受けています`,
  next: (command) => `ここにイベントを送るには: ${command}`,
  notBrought: (where, reason) =>
    `イベントを ${where} に届けられませんでした: ${reason}。送信元には再試行を伝えました。`,
};

import type { ServeMessages } from '../areas/serve.js';

export const serve: ServeMessages = {
  summary: 'ジョブ追跡 API をこのマシンで提供します（jobtrack run で起動したジョブ用）',
  flags: {
    host: '待ち受けるアドレス',
    port: '待ち受けるポート。0 なら空きポートを使います',
    db: 'データベースファイル。なければ作成します',
    maxRunning: '同時に実行できるジョブの数。超えた分はキューで待ちます',
    insecure:
      'このマシンの外からの接続も暗号化なしの http で受け付けます。通信を読める人にトークンを盗まれます',
    loopbackWebhooks:
      '他のマシンからアクセスできる場合でも、このマシンのアドレスへの Webhook を許可します',
  },
  examples: {
    plain: '一つの端末で提供し、別の端末でジョブを実行・監視する',
    queue: '同時に二つまで',
    script: 'スクリプトから: 準備ができると JSON を一行出力',
  },
  listening: 'アドレス',
  tenant: 'テナント',
  project: 'プロジェクト',
  database: 'データベース',
  state: '状態ファイル',
  next: (command) => `別の端末で: ${command}`,
  stop: 'Ctrl-C で停止します。ジョブは保存されます。',
  stateElsewhere: (file) =>
    `別のサーバーが動作中で、コマンドはそちらを使います。こちらを使うには ${file} を参照してください`,
  exposed: 'このサーバーは暗号化なしの http で他のマシンからアクセスできます。',
  loopbackWebhooks:
    'Webhook はこのマシンのアドレスを呼び出せます（プライベートネットワークは不可）。',
  stopping: '停止中',
};

import type { DemoMessages } from '../areas/demo.js';

export const demo: DemoMessages = {
  summary: 'jobtrack の動作を見る: このマシンのファイルを使う実際のジョブ。設定は不要です',
  examples: { plain: '約三十秒。後には何も残りません' },
  intro: '実際のジョブがこのマシンのファイルを読みます。数値はすべて実測です。',
  jobName: '同じファイルを探す',
  outro: 'サーバーとジョブと表示を一度に動かしました。次はご自分のジョブで:',
  next: {
    serve: 'API をこのマシンで提供する',
    run: '任意のコマンドを追跡付きで実行する',
    watch: '終わるまで監視する',
    help: 'その他の使い方を見る',
  },
};

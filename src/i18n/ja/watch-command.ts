import type { WatchCommandMessages } from '../areas/watch-command.js';

export const watchCommand: WatchCommandMessages = {
  summary: 'ジョブが終わるまで監視し、その結果で終了します',
  jobIds: 'ジョブの ID（GUID）。JOBTRACK_JOB や設定にあれば省略できます',
  flags: {
    interval: '確認する間隔（500ms、5s など）。最短は 250ms',
    timeout: 'この時間で監視をやめ、終了コード 124 で終わる。ジョブは続きます',
    until: '複数のジョブの終わり方: すべて（all）、どれか一つ（any）、最初の失敗（first-failure）',
    failFast: 'ジョブが失敗または取り消されたらすぐに終わる',
    logs: 'このレベル以上のログを追う。ジョブが複数のときは指定した場合だけ',
    waitForStart: 'まだ存在しないジョブをこの時間まで待つ',
    mode: 'その場で描画（tty）、変化ごとに一行（plain）、出力先に合わせる（auto）',
    fullscreen: '画面全体に描画する。終わると最後の画面が残ります',
    bell: '終わったら端末のベルを鳴らす',
  },
  examples: {
    one: 'ジョブを一つ監視する',
    several: 'CI 向け: 最初に失敗したジョブで終わり、二時間であきらめる',
    script: 'ジョブが現れるまで最長一分待ち、終わり方を出力する',
  },
};

import { type DurationUnit, durationParts, rateFigure, sizeText } from './figures.js';
import type { Wording } from './wording.js';

// Japanese has no plural, and no space between a number and its counter.
const unitWords: Record<DurationUnit, string> = {
  day: '日',
  hour: '時間',
  minute: '分',
  second: '秒',
  millisecond: 'ミリ秒',
};

const because = (sentence: string, text: string | undefined): string =>
  text === undefined ? sentence : `${sentence}: ${text}`;

/** A name in Latin letters stands apart from what follows, as the API document writes it. */
const stage = (stageName: string | undefined): string =>
  stageName === undefined ? 'ステージ' : `${stageName} ステージ`;

const stageEnds = { Failed: '失敗', Cancelled: 'キャンセル', Completed: '完了' };

/** Japanese. */
export const ja: Wording = {
  size: sizeText,
  rate: (recordsPerSecond) => `${rateFigure(recordsPerSecond)} レコード/秒`,
  duration: (durationMs) =>
    durationParts(durationMs)
      .map(([unit, amount]) => `${amount}${unitWords[unit]}`)
      .join(''),
  percentile: (rank) => `${rank}パーセンタイル`,
  additionalJobs: (count) => `${count}件の追加ジョブ`,
  event: {
    JobStarted: () => 'ジョブ実行開始',
    StageStarted: ({ stageName }) => `${stage(stageName)}開始`,
    StageCompleted: ({ stageName, stageEnd = 'Completed' }) =>
      `${stage(stageName)}${stageEnds[stageEnd]}`,
    Milestone: ({ text }) => text ?? 'マイルストーン到達',
    Warning: ({ text }) => text ?? '警告',
    Error: ({ text }) => text ?? 'エラー',
    Progress: ({ stageName, percent }) =>
      percent === undefined
        ? `${stageName ?? 'ジョブ'} 進行中`
        : `${stageName ?? 'ジョブ'} ${percent}% 完了`,
    JobCompleted: () => 'ジョブ完了',
    JobFailed: ({ text }) => because('ジョブ失敗', text),
    JobCancelled: ({ text }) => because('ジョブキャンセル', text),
  },
  upcoming: {
    StageStart: (stageName) => `${stage(stageName)}開始予定`,
    StageCompletion: (stageName) => `${stage(stageName)}完了予定`,
    JobCompletion: () => 'ジョブ完了予定',
  },
  dependency: {
    mustComplete: 'このジョブの開始前に完了する必要があります',
    completionOf: (jobName) => `${jobName} の完了`,
    isNotCompleted: (jobName) => `${jobName} が完了していません`,
    hasCompleted: (jobName) => `${jobName} が完了しました`,
    noFreeSlot: (maxRunning) => `空きワーカースロットなし: 同時実行は ${maxRunning} 件まで`,
    workerSlot: (maxRunning) => `ワーカースロット (全 ${maxRunning})`,
  },
};

import type { LiveMessages } from '../areas/live.js';

export const live: LiveMessages = {
  flag: 'ジョブが終わるまで、この間隔で表示し直します（最短 250ms、省略時は設定の interval）',
  moreLines: (_count, figure) => `ほか ${figure} 行`,
  moreJobs: (_count, figure) => `ほか ${figure} 件のジョブ`,
  noAnswer: (reason) => `応答がないため再試行しています: ${reason}`,
  answersAgain: (duration) => `${duration}ぶりに応答がありました`,
};

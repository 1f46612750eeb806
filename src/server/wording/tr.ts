import { type DurationUnit, durationParts, rateFigure, sizeText } from './figures.js';
import type { Wording } from './wording.js';

// A noun after a number stays in the singular in Turkish.
const unitWords: Record<DurationUnit, string> = {
  day: 'gün',
  hour: 'saat',
  minute: 'dakika',
  second: 'saniye',
  millisecond: 'milisaniye',
};

const because = (sentence: string, text: string | undefined): string =>
  text === undefined ? sentence : `${sentence}: ${text}`;

const stageOr = (stageName: string | undefined, other: string): string =>
  stageName === undefined ? other : `${stageName} aşaması`;

const stageEnds = { Failed: 'başarısız oldu', Cancelled: 'iptal edildi', Completed: 'tamamlandı' };

/** Turkish. */
export const tr: Wording = {
  size: sizeText,
  rate: (recordsPerSecond) => `${rateFigure(recordsPerSecond)} kayıt/saniye`,
  duration: (durationMs) =>
    durationParts(durationMs)
      .map(([unit, amount]) => `${amount} ${unitWords[unit]}`)
      .join(' '),
  percentile: (rank) => `${rank}. persentil`,
  additionalJobs: (count) => `${count} ek iş`,
  event: {
    JobStarted: () => 'İş yürütme başlatıldı',
    StageStarted: ({ stageName }) => `${stageOr(stageName, 'Aşama')} başlatıldı`,
    StageCompleted: ({ stageName, stageEnd = 'Completed' }) =>
      `${stageOr(stageName, 'Aşama')} ${stageEnds[stageEnd]}`,
    Milestone: ({ text }) => text ?? 'Kilometre taşına ulaşıldı',
    Warning: ({ text }) => text ?? 'Uyarı',
    Error: ({ text }) => text ?? 'Hata',
    Progress: ({ stageName, percent }) =>
      percent === undefined
        ? `${stageName ?? 'İş'} sürüyor`
        : `${stageName ?? 'İş'} %${percent} tamamlandı`,
    JobCompleted: () => 'İş tamamlandı',
    JobFailed: ({ text }) => because('İş başarısız oldu', text),
    JobCancelled: ({ text }) => because('İş iptal edildi', text),
  },
  upcoming: {
    StageStart: (stageName) => `${stageName} aşamasının başlaması bekleniyor`,
    StageCompletion: (stageName) => `${stageName} aşamasının tamamlanması bekleniyor`,
    JobCompletion: () => 'İşin tamamlanması bekleniyor',
  },
  dependency: {
    mustComplete: 'Bu iş başlamadan önce tamamlanmalı',
    completionOf: (jobName) => `${jobName} işinin tamamlanması`,
    isNotCompleted: (jobName) => `${jobName} tamamlanmadı`,
    hasCompleted: (jobName) => `${jobName} tamamlandı`,
    noFreeSlot: (maxRunning) => `Boş çalışma yeri yok: aynı anda ${maxRunning} iş`,
    workerSlot: (maxRunning) => `Çalışma yeri, toplam ${maxRunning}`,
  },
};

import type { EventMessages } from '../areas/events.js';

const span = (from: string | undefined, to: string | undefined): string => {
  if (from !== undefined && to !== undefined) return `${from} ile ${to} arasında `;
  if (from !== undefined) return `${from} anından itibaren `;
  return to === undefined ? '' : `${to} anına kadar `;
};

export const events: EventMessages = {
  kinds: {
    status: 'durum',
    stage: 'aşama',
    progress: 'ilerleme',
    gap: 'boşluk',
    late: 'gecikti',
    stall: 'durdu',
    moving: 'ilerliyor',
    missing: 'alınamıyor',
    stale: 'yanıt yok',
    fresh: 'yanıt var',
    heartbeat: 'sürüyor',
    verdict: 'sonuç',
  },
  outcomes: { TimedOut: 'Süre doldu', Unknown: 'Bilinmiyor' },
  was: (status) => `önceki ${status}`,
  queuePlace: (place) => `kuyrukta sıra ${place}`,
  took: (duration) => `süre ${duration}`,
  elapsed: (duration) => `geçen ${duration}`,
  records: (_count, figure) => `${figure} kayıt`,
  recordsOf: (done, total) => `${done} / ${total} kayıt`,
  remaining: (duration) => `kalan ${duration}`,
  lateBy: (duration) => `gecikme ${duration}`,
  endPassed: (duration) => `beklenen bitiş ${duration} önce geçti`,
  missing: (from, to) => `${span(from, to)}günlük kayıtları eksik`,
  missingNumbers: (from, to) => `numaralar ${from ?? '?'} – ${to ?? '?'}`,
  gapReasons: {
    'too-many-at-one-time': 'sunucuda aynı anda çok fazla kayıt var',
    'no-longer-kept': 'sunucu artık saklamıyor',
    restarted: 'günlük baştan başladı',
  },
  cameLate: 'geç geldi',
  quiet: (duration) => `günlük, ilerleme ve kaynak kullanımı ${duration} boyunca sessiz`,
  again: (duration) => `${duration} sonra yeniden`,
  lastAnswer: (duration) => `son yanıt ${duration} önce`,
  noAnswerYet: 'henüz hiç yok',
  nextTry: (time) => `sonraki deneme ${time}`,
  inStatus: (figure, status) => `${figure} ${status}`,
  efficiency: (percent) => `verim ${percent}`,
  overallEfficiency: (rating) => `genel verim ${rating}`,
  slowestStage: (stage, duration) => `en yavaş aşama ${stage} ${duration}`,
  failedStage: (stage) => `başarısız aşama ${stage}`,
  lastErrors: 'son hatalar:',
  readMore: (command) => `devamı için: ${command}`,
};

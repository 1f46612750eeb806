import type { LogsMessages } from '../areas/logs.js';

export const logs: LogsMessages = {
  summary: 'Bir işin günlüğünü filtreleyerek gösterir',
  help: {
    level: 'bu düzey ve üzerindeki kayıtları gösterir',
    since:
      'bu zamandan sonraki kayıtları gösterir: RFC 3339, ne kadar önce olduğu (15m), today veya yesterday',
    until: 'bu zamana kadarki kayıtları gösterir',
    limit: 'en eskiden başlayarak en fazla bu kadar kayıt gösterir',
    tail: 'eşleşen son <n> kaydı gösterir',
    follow:
      'iş bitene kadar bundan sonraki kayıtları da sınırsız gösterir; sonra işin sonucuyla çıkar: 0 Tamamlandı, 1 Başarısız, 3 İptal Edildi',
    grep: 'iletisi, bileşeni, aşaması veya bir ayrıntısı eşleşen kayıtları gösterir',
    exclude: 'iletisi, bileşeni, aşaması veya bir ayrıntısı eşleşen kayıtları dışarıda bırakır',
    component: 'yalnızca bu bileşenlerin kayıtlarını gösterir',
    stage: 'yalnızca bu aşamaların kayıtlarını gösterir',
    noDetails: 'kayıtların ayrıntılarını göstermez',
    raw: 'günlüğün sunucudaki metnini değiştirmeden gösterir',
    failOn: 'bu düzeyde veya üzerinde eşleşen bir kayıt varsa 1 ile çıkar',
    examples: {
      errors: 'Son bir saatin uyarıları ve hataları',
      search: 'Bellekten söz eden son 20 kayıt ve ardından gelecek olanlar',
      ci: 'CI için: hataları yazar ve hata varsa başarısız olur',
    },
  },
  labels: { time: 'zaman', level: 'düzey', component: 'bileşen', stage: 'aşama' },
  today: 'bugün',
  levelCount: {
    ERROR: (_count, figure) => `${figure} hata`,
    WARN: (_count, figure) => `${figure} uyarı`,
    INFO: (_count, figure) => `${figure} bilgi`,
    DEBUG: (_count, figure) => `${figure} hata ayıklama`,
  },
  comma: ', ',
  shown: (_count, figure, of, levels) =>
    `${of === undefined ? `${figure} kayıt` : `${of} kayıttan ${figure} tanesi`}: ${levels}`,
  inAll: (levels) => `günlükte: ${levels}`,
  metrics: {
    overallProgress: 'genel',
    processingRate: 'hız',
    memoryUsage: 'bellek',
    cpuUsage: 'CPU',
    estimatedCompletion: 'bitiş',
  },
  none: ({ level, since, until, isFiltered }) =>
    `${since === undefined ? '' : `${since} anından itibaren `}${until === undefined ? '' : `${until} anına kadar `}${level} veya üzerinde ${isFiltered ? 'eşleşen ' : ''}kayıt yok`,
  noText: 'günlük boş',
  limitReached: (limit) =>
    `${limit} kayıtta duruldu, daha fazlası olabilir: --limit değerini artırın veya son kayıtlar için --tail kullanın`,
  failsBeyond: (level, time) =>
    `gösterilenlerin ötesinde ${level} veya üzerinde bir kayıt var: ${time}`,
  gap: (from, to) =>
    `${from} ile ${to} arasında eksik kayıtlar var: sunucuda aynı anda çok fazla kayıt var`,
  lost: (what, wait) => `${what}; ${wait} sonra yeniden denenecek`,
  back: (after) => `${after} sonra yeniden yanıt alındı`,
  ended: (status) => `iş sona erdi: ${status}`,
};

import type { TimelineMessages } from '../areas/timeline.js';

export const timeline: TimelineMessages = {
  summary: 'Neler olduğunu ve neyin beklendiğini liste ya da gantt olarak gösterir',
  help: {
    flags: {
      subEvents: 'aşamaların içindeki küçük olayları da göster',
      granularity: 'sunucunun zaman çizelgesini ne kadar ince böleceği',
      view: 'olay listesi ya da zaman ekseninde çubuklar olarak aşamalar',
    },
    examples: {
      list: 'Bütün olaylar, ayrıntılarıyla',
      gantt: 'Aşamalar zaman ekseninde',
      json: 'Neyin ne zaman olduğu, satır satır',
    },
  },
  started: 'başladı',
  ended: 'bitti',
  took: 'sürdü',
  elapsed: 'geçen süre',
  now: 'şimdi',
  jobEnded: 'İş bitti',
  expected: 'bekleniyor',
  late: (duration) => `${duration} gecikti`,
  wholeJob: 'İş',
  unnamedStage: 'Aşama',
  more: (_count, figure) => `${figure} olay daha`,
  empty: 'zaman çizelgesinde olay yok',
};

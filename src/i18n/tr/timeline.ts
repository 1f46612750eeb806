import type { TimelineMessages } from '../areas/timeline.js';

export const timeline: TimelineMessages = {
  summary: 'Bir işte neler olduğu ve neyin beklendiği: liste ya da gantt olarak',
  help: {
    flags: {
      subEvents: 'aşamaların içindeki küçük olayları da göster',
      granularity: 'sunucunun zaman çizelgesini ne kadar ince böleceği',
      view: 'olay listesi ya da zaman ekseninde çubuklar olarak aşamalar',
    },
    examples: {
      list: 'Bütün olaylar, ayrıntılarıyla',
      gantt: 'Aşamalar zaman ekseninde',
      json: 'Her aşamanın ne zaman başladığı',
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
  empty: 'zaman çizelgesinde olay yok',
};

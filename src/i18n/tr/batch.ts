import type { BatchMessages } from '../areas/batch.js';

export const batch: BatchMessages = {
  summary: 'Birçok işi ve sistemin durumunu birlikte gösterir',
  help: {
    jobIds: 'gösterilecek işler; verilmezse projede izlenen tüm işler',
    status: 'yalnızca bu durumdaki işleri gösterir',
    submittedBy: 'yalnızca bu kullanıcının işlerini gösterir',
    metrics: 'her işin kullandığı kaynakları gösterir',
    sort: 'sıralama: progress (en ileri önce), start, eta, name veya status (başarısızlar önce)',
    examples: {
      all: 'Projenin tüm işleri',
      failed: 'Başarısız işlerin kimlikleri',
      eta: 'Kaynaklarıyla çalışan işler, önce bitecek olan başta',
    },
  },
  shown: (_count, figure, of) =>
    of === undefined ? `${figure} iş` : `${of} işten ${figure} tanesi gösteriliyor`,
  asOf: (time) => `ölçüm: ${time}`,
  labels: {
    id: 'Kimlik',
    job: 'İş',
    status: 'Durum',
    queue: 'Sıra',
    progress: 'İlerleme',
    stage: 'Aşama',
    start: 'Başlangıç',
    end: 'Bitiş',
    by: 'Gönderen',
    priority: 'Öncelik',
    cpu: 'CPU',
    memory: 'Bellek',
    rate: 'Hız',
  },
  place: (figure) => `#${figure}`,
  late: (duration) => `${duration} gecikti`,
  system: {
    title: 'Sistem',
    load: 'Yük',
    queue: 'Kuyruk',
    resources: 'Kaynaklar',
    capacity: 'Kapasite',
  },
  none: ({ status, submittedBy }) =>
    `${submittedBy === undefined ? '' : `${submittedBy} tarafından gönderilmiş `}${status === undefined ? '' : `${status} durumunda `}iş yok`,
  missing: (ids) => `yanıtta yok: ${ids}`,
};

import type { WordMessages } from '../areas/words.js';

export const words: WordMessages = {
  status: {
    Running: 'Çalışıyor',
    Queued: 'Kuyrukta',
    Pending: 'Beklemede',
    Completed: 'Tamamlandı',
    Failed: 'Başarısız',
    Cancelled: 'İptal edildi',
  },
  condition: {
    Available: 'Mevcut',
    Allocated: 'Tahsis edildi',
    Unavailable: 'Mevcut değil',
    Resolved: 'Çözüldü',
    Active: 'Aktif',
  },
  eventType: {
    JobStarted: 'İş başladı',
    StageStarted: 'Aşama başladı',
    StageCompleted: 'Aşama bitti',
    Milestone: 'Kilometre taşı',
    Warning: 'Uyarı',
    Error: 'Hata',
    Progress: 'İlerleme',
    JobCompleted: 'İş tamamlandı',
    JobFailed: 'İş başarısız',
    JobCancelled: 'İş iptal edildi',
  },
  upcomingEventType: {
    StageStart: 'Aşama başlangıcı',
    StageCompletion: 'Aşama sonu',
    JobCompletion: 'İş sonu',
  },
  priority: { Critical: 'Kritik', High: 'Yüksek', Normal: 'Normal', Low: 'Düşük' },
  rating: { Good: 'İyi', Medium: 'Orta', Poor: 'Zayıf' },
  trend: { Stable: 'Stabil', Declining: 'Azalan', Improving: 'İyileşen' },
  nodeType: {
    PrerequisiteJob: 'önkoşul',
    CurrentJob: 'bu iş',
    DependentJob: 'bağımlı',
  },
  yes: 'evet',
  no: 'hayır',
};

import type { RunMessages } from '../areas/run.js';

export const run: RunMessages = {
  summary: 'Bir komutu izlenen bir iş olarak çalıştırır; çıktısı ve çıkış kodu değişmez',
  command: 'çalıştırılacak komut ve argümanları; olduğu gibi bırakılır',
  flags: {
    id: 'işin kimliği, bir GUID; verilmezse yenisi üretilir',
    name: 'işin adı; verilmezse komut satırı',
    type: 'aynı türdeki işler birbiriyle karşılaştırılır; verilmezse komut satırı',
    priority: 'bekleyenlerden hangisinin önce başlayacağı',
    after: 'önce tamamlanması gereken işler; biri başarısız olursa bu da olur',
    submittedBy: 'işin sahibi',
  },
  examples: {
    plain: 'Bir test çalışmasını izle',
    after: 'Başka bir iş tamamlanınca başla',
    script: 'Kimliği kendisi seçen bir betikten',
  },
  job: (id) => `iş ${id}`,
  follow: (command) => `izlemek için: ${command}`,
  waitingForJobs: (ids) => `şu işler bekleniyor: ${ids}`,
  waitingInQueue: (position) => `kuyrukta bekliyor, sıra ${position}`,
  waiting: 'sırasını bekliyor',
  started: 'başladı',
  serverAway: 'sunucuya ulaşılamıyor; bekleme sürüyor',
  notStarted: (reason) => (reason === '' ? 'iş başlatılmadı' : `iş başlatılmadı: ${reason}`),
  delivering: (count) => `${count} bildirim sunucuya iletiliyor; Ctrl-C bunlardan vazgeçer`,
  undelivered: (count) => `${count} bildirim sunucuya iletilemedi`,
  leftOut: (count) => `işin günlüğünde ${count} satır eksik: yer kalmamıştı`,
  refused: (reason) => `sunucu bu işin bildirimlerini artık almıyor: ${reason}`,
};

import type { ServeMessages } from '../areas/serve.js';

export const serve: ServeMessages = {
  summary: 'jobtrack run ile başlatılan işler için iş izleme API’sini bu makinede sunar',
  flags: {
    host: 'dinlenecek adres',
    port: 'dinlenecek port; 0 boş bir port alır',
    db: 'veritabanı dosyası; yoksa oluşturulur',
    maxRunning: 'aynı anda en çok kaç iş çalışabilir; fazlası kuyrukta bekler',
    insecure:
      'bu makinenin dışından da, şifresiz http ile dinler: ağı okuyabilen herkes belirteci alabilir',
    loopbackWebhooks:
      'sunucuya başkaları ulaşabilirken de webhook’ların bu makinedeki adresleri çağırmasına izin verir',
  },
  examples: {
    plain: 'Bir terminalde sunun, diğerlerinde işleri başlatıp izleyin',
    queue: 'Aynı anda iki iş',
    script: 'Betikten: hazır olunca tek satır JSON',
  },
  listening: 'Adres',
  tenant: 'Kiracı',
  project: 'Proje',
  database: 'Veritabanı',
  state: 'Durum dosyası',
  next: (command) => `Başka bir terminalde: ${command}`,
  stop: 'Ctrl-C durdurur; işler saklanır.',
  stateElsewhere: (file) =>
    `Başka bir sunucu çalışıyor; komutlar onu bulur. Bunu kullanmak için şu dosyayı okuyun: ${file}`,
  exposed: 'Bu sunucuya başka makinelerden şifresiz http ile ulaşılabilir.',
  loopbackWebhooks: 'Webhook’lar bu makinedeki adresleri çağırabilir; özel ağlardakileri asla.',
  stopping: 'durduruluyor',
};

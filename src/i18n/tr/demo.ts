import type { DemoMessages } from '../areas/demo.js';

export const demo: DemoMessages = {
  summary: 'jobtrack’i iş başında görün: bu makinedeki dosyalarla gerçek bir iş, kurulum gerekmez',
  examples: { plain: 'Yaklaşık yarım dakika; geride bir şey kalmaz' },
  intro: 'Gerçek bir iş bu makinedeki dosyaları okuyor; her sayı ölçülür.',
  jobName: 'Eşit dosyaları bul',
  outro: 'Sunucu, iş ve görünüm bir aradaydı. Şimdi kendi işinizle:',
  next: {
    serve: 'API’yi bu makinede sunar',
    run: 'herhangi bir komutu izlenen iş olarak çalıştırır',
    watch: 'sonuna kadar canlı izler',
    help: 'geri kalan her şeyi gösterir',
  },
};

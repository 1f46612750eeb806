import type { ListenMessages } from '../areas/listen.js';

export const listen: ListenMessages = {
  summary: 'Bu makinede webhook al: denetle, yazdır, ilet, bir şey çalıştır',
  flags: {
    port: 'Dinlenecek port; 0 boş bir port alır',
    secretFile:
      "Webhook'ların imzalandığı gizli anahtarın dosyası, satır başına bir anahtar; yoksa oluşturulur (varsayılan: subscribe'ın da kullandığı kendi anahtarınız)",
    forwardTo: 'Her olayı geldiği gibi bu adrese ilet',
    exec: 'Her olay için kabuk olmadan bir program çalıştır; olay standart girdisidir',
  },
  examples: {
    plain: 'Geleni yazdır',
    forward: 'Kendi alıcınızı deneyin',
    exec: 'Her olayı bir programa ver',
  },
  listening: (url) => `Webhook'lar ${url} adresinde dinleniyor`,
  next: (command) => `Olayların buraya gönderilmesi için: ${command}`,
  notBrought: (where, reason) =>
    `Olay ${where} hedefine ulaştırılamadı: ${reason}. Gönderene yeniden denemesi söylendi.`,
};

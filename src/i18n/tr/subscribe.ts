import type { SubscribeMessages } from '../areas/subscribe.js';

export const subscribe: SubscribeMessages = {
  summary: "Bir işin olaylarını oldukça yazdır ya da bir webhook'a gönderilmelerini sağla",
  flags: {
    websocket: 'Olayları bir soketten geldikçe yazdır (--webhook olmadan olan)',
    webhook: 'Olaylar bunun yerine bu adrese gönderilsin',
    authTokenFile: "Webhook'un getireceği token'ın dosyası; - standart girdiyi okur",
    secretFile:
      "Webhook'un imzalandığı gizli anahtarın dosyası; yoksa oluşturulur (bu makine için varsayılan: listen'ın da kullandığı kendi anahtarınız)",
    events: (all) => `Yalnızca bu olaylar, virgülle ayrılmış: ${all}`,
    minProgress: 'İki ilerleme olayı arasındaki yüzde puanı',
    includeDebug: 'Günlüğün hata ayıklama kayıtları da',
    noNotifyErrors: '--events adını vermedikçe hata yok',
    list: 'İşin aboneliklerini göster',
    remove: 'Bir aboneliği kaldır',
  },
  examples: {
    follow: 'İş bitene dek olanları yazdır ve onun gibi bit',
    pipe: 'Bazı olayları başka bir programa ver',
    webhook: "jobtrack listen'a gönderilmelerini sağla",
  },
  subscription: 'Abonelik',
  job: 'İş',
  status: 'Durum',
  sentTo: 'Gönderilen yer',
  events: 'Olaylar',
  created: 'Oluşturuldu',
  expires: 'Sona erer',
  none: 'İşin aboneliği yok.',
  removed: (id) => `${id} aboneliği kaldırıldı.`,
  unsigned: (flag) =>
    `Sunucu kimsenin bilmediği bir anahtarla imzalıyor. Gönderdiğini denetlemek için ${flag} ile abone olun.`,
  debug: 'Hata ayıklama',
  connected: 'Olaylar bekleniyor. Ctrl-C bunu durdurur; iş sürer.',
  again: 'Olaylar yine geliyor; hiçbiri kaçırılmadı.',
  lost: (reason, wait) => `Olay yok: ${reason}. Sonraki deneme ${wait} sonra.`,
  noSocket: (reason) => `Olay soketi yok: ${reason}. Bunun yerine tekrar tekrar soruluyor.`,
  reasons: {
    'not-offered': 'bu sunucu sunmuyor',
    elsewhere: 'başka bir makinede, token oraya gönderilmez',
    refused: 'bu sunucu açmıyor',
    proxy: 'arada bir vekil sunucu var',
    'not-understood': 'gelenler olay değil',
  },
  endUnknown: 'Başka olay gelmiyor ve işin nasıl bittiği öğrenilemedi.',
};

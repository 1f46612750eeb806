import type { DoctorMessages } from '../areas/doctor.js';

const names: DoctorMessages['names'] = {
  settings: 'ayarlar',
  dns: 'DNS',
  connect: 'bağlantı',
  tls: 'TLS',
  token: 'token',
  request: 'istek',
  clock: 'saat',
};

export const doctor: DoctorMessages = {
  summary: "jobtrack'in burada neden çalışmadığını bulur",
  examples: {
    all: "Ayarları, ağı, token'ı ve saati denetler, ne yapılacağını söyler",
    url: 'Başka bir adresi denetler',
    failed: 'Yalnız başarısız olanlar, bir program için',
  },
  names,
  states: { ok: 'tamam', warning: 'uyarı', failed: 'başarısız', skipped: 'atlandı' },
  notReached: (failed) => `denetlenmedi: ${names[failed]} başarısız`,
  proxy: (proxy, host) => `${proxy} (${host} için vekil sunucu)`,
  addresses: (host, addresses) => `${host}: ${addresses}`,
  isAddress: (host) => `${host} zaten bir IP adresi; sorgu gerekmiyor`,
  noAddress: (host, reason) => `${host} bulunamadı: ${reason}`,
  dnsTodo: "Sunucu adının yazımını, DNS'inizi veya VPN'inizi denetleyin.",
  connected: (address, port) => `${address}, port ${port}`,
  notConnected: (host, port, reason) => `${host}, port ${port} ile bağlantı kurulamadı: ${reason}`,
  refusedTodo: (port) =>
    `Orada ${port} portunu dinleyen yok: portu denetleyin veya sunucuyu başlatın.`,
  unreachableTodo: "Ağınızı, VPN'inizi ve güvenlik duvarınızı denetleyin.",
  secure: (protocol, until) => `${protocol}, sertifika ${until} tarihine kadar geçerli`,
  notSecure: (reason) => `güvenli bağlantı kurulamadı: ${reason}`,
  noTls: 'kullanılmıyor: url http ile başlıyor',
  noTlsTodo: 'Token yolda okunabilir. https ile başlayan bir url kullanın.',
  tlsInTunnel: 'vekil sunucunun tünelinde; istek bunu denetler',
  tlsTodo: 'Portu denetleyin; orada TLS konuşulmuyor olabilir.',
  certificateSoonTodo: 'Sertifikanın süresi dolmak üzere. Sunucuyu işleten kişiye bildirin.',
  certificateExpiredTodo:
    'Sertifikanın süresi dolmuş. Bu makinenin saatini denetleyin veya sunucuyu işleten kişiye bildirin.',
  certificateHostTodo: "Sertifika başka bir sunucu için. url'yi denetleyin.",
  certificateIssuerTodo:
    'Sertifikayı veren burada tanınmıyor. NODE_EXTRA_CA_CERTS değişkenine CA dosyanızı verin.',
  tokenAccepted: 'kabul edildi',
  tokenNotNeeded: 'ayarlanmamış, istenmedi de',
  answered: (path) => `${path} yanıt verdi`,
  clockAgrees: (apart) => `sunucuyla fark ${apart}`,
  clockAhead: (apart) => `bu makine sunucudan ${apart} ileride`,
  clockBehind: (apart) => `bu makine sunucudan ${apart} geride`,
  clockUnknown: 'denetlenmedi: sunucu saatini söylemiyor',
  clockTodo: 'Bu makinenin saatini ağdan ayarlayın; --since ve --until buna bağlıdır.',
};

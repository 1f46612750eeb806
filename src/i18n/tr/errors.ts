import {
  type ErrorFacts,
  type ErrorText,
  type ErrorTexts,
  shellWord,
  type WebhookRefusal,
} from '../../errors/index.js';
import {
  expected,
  settingNames,
  settingWays,
  storeRefusals,
  unsafeReasons,
} from './error-words.js';

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} sn`;
const because = (detail: string | undefined): string => (detail === undefined ? '' : `: ${detail}`);
const meant = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `Şunu mu demek istediniz: ${suggestion}? ${otherwise}`;
const waitFor = (retryAfterMs: number | undefined): string =>
  retryAfterMs === undefined
    ? 'Daha sonra yeniden deneyin.'
    : `Sunucu ${seconds(retryAfterMs)} beklenmesini istiyor; sonra yeniden deneyin.`;

const invalid = (
  facts: ErrorFacts['INVALID_VALUE'] | ErrorFacts['CONFIG_INVALID_VALUE'],
  where: string,
): ErrorText => ({
  what: `${where}: "${facts.value}" geçersiz; ${expected(facts.allowed)}`,
  ...(facts.suggestion === undefined
    ? {}
    : { todo: `Şunu mu demek istediniz: ${facts.suggestion}?` }),
});

const webhookRefusals: Record<WebhookRefusal, { what: string; todo: string }> = {
  unsigned: { what: 'imzası yok', todo: 'Standard Webhooks belirtimine göre imzalayın.' },
  'bad-signature': {
    what: 'imzası uymuyor',
    todo: 'İki tarafa da aynı gizli anahtarı verin: --secret-file.',
  },
  'too-old': {
    what: 'çok önce gönderilmiş',
    todo: 'İki makinenin saatini ayarlayın; yinelenen bir olaya inanılmaz.',
  },
  'too-new': { what: 'gelecekten bir tarih taşıyor', todo: 'İki makinenin saatini ayarlayın.' },
  'no-event': { what: 'gövdesi bir iş olayı değil', todo: "Bir iş izleme API'sinden gönderin." },
};

/** Every error in Turkish. */
export const errors: ErrorTexts = {
  UNKNOWN_COMMAND: (f) => ({
    what: `"${f.command}" bir jobtrack komutu değil`,
    todo: meant(f.suggestion, 'Tüm komutlar için: jobtrack --help'),
  }),
  UNKNOWN_OPTION: (f) => ({
    what: `${f.command}: ${f.option} diye bir seçenek yok`,
    todo: meant(f.suggestion, `Tüm seçenekler için: ${f.command} --help`),
  }),
  MISSING_ARGUMENT: (f) => ({
    what: `${f.command}: ${f.argument} eksik`,
    todo: `Kullanımı için: ${f.command} --help`,
  }),
  MISSING_VALUE: (f) => ({ what: `${f.option} bir değer ister` }),
  UNEXPECTED_VALUE: (f) => ({ what: `${f.option} değer almaz` }),
  TOO_MANY_ARGUMENTS: (f) => ({
    what: `${f.command}: fazladan argüman "${f.extra}"`,
    todo: `Kullanımı için: ${f.command} --help`,
  }),
  INVALID_VALUE: (f) => invalid(f, f.name),
  CONFLICTING_OPTIONS: (f) => ({
    what: `${f.options.join(' ve ')} birlikte kullanılamaz`,
    todo:
      f.instead === undefined ? 'Birini çıkarın.' : `Birini çıkarın ya da ${f.instead} kullanın.`,
  }),
  NEEDS_TERMINAL: (f) => ({
    what: `${f.option} yerinde çizim yapılabilen bir terminal ister; stdout böyle bir terminal değil`,
    todo: `Bu seçeneği çıkarın veya ${f.instead} kullanın`,
  }),
  MISSING_SETTING: (f) => ({
    what: `${settingNames[f.setting]} ayarlanmamış`,
    todo:
      f.canServe === true
        ? 'Başka bir terminalde sunucu başlatın: jobtrack serve'
        : settingWays[f.setting],
  }),
  CONFIG_UNREADABLE: (f) => ({
    what: `${f.file} ayar dosyası okunamıyor: ${f.reason}`,
    todo: 'Dosyayı düzeltin veya başka yere taşıyın.',
  }),
  CONFIG_UNKNOWN_KEY: (f) => ({
    what: `${f.file}: "${f.key}" diye bir ayar yok`,
    todo: meant(f.suggestion, 'Tüm ayarlar için: jobtrack config'),
  }),
  CONFIG_FORBIDDEN_KEY: (f) => ({
    what: `${f.file}: "${f.key}" bir proje dosyasında ayarlanamaz`,
    todo: "Klonlanan bir klasör token'ın nereye gideceğini seçmemeli. Kendiniz ayarlayın: jobtrack login",
  }),
  CONFIG_INVALID_VALUE: (f) => invalid(f, `${f.file}: ${f.key}`),
  CONFIG_UNSAFE: (f) => ({
    what: `${f.file} kullanılmadı: ${unsafeReasons[f.reason]}`,
    todo:
      f.reason === 'readable-by-others'
        ? `Yalnız size açık yapın: chmod 600 ${shellWord(f.file)}`
        : 'Yerine kendinize ait bir dosya koyun.',
  }),
  UNKNOWN_PROFILE: (f) => ({
    what: `"${f.profile}" diye bir profil yok`,
    todo: meant(
      f.suggestion,
      f.known.length === 0
        ? 'Oluşturmak için: jobtrack login --profile <ad>'
        : `Bilinen profiller: ${f.known.join(', ')}`,
    ),
  }),
  REQUEST_REFUSED: (f) => ({
    what: `API isteği reddetti (${f.status})${because(f.detail)}`,
    todo: 'Seçenekleri denetleyin; gönderilen istek -v ile görülür.',
  }),
  UNAUTHENTICATED: (f) => ({
    what: f.tokenSent
      ? `${f.origin} token'ı kabul etmiyor (401)${because(f.detail)}`
      : `${f.origin} token istiyor ama bu adres için ayarlanmış token yok (401)${because(f.detail)}`,
    todo: 'JOBTRACK_TOKEN değişkenini ayarlayın veya şunu çalıştırın: jobtrack login',
  }),
  FORBIDDEN: (f) => ({
    what: `token'ın buraya erişim izni yok (403)${because(f.detail)}`,
    todo: 'tenant ve project ayarlarını denetleyin: jobtrack config',
  }),
  NOT_FOUND: (f) => ({
    what:
      f.jobId === undefined
        ? `${f.path} altında bir şey bulunamadı (404)${because(f.detail)}`
        : `${f.jobId} kimlikli bir iş yok (404)${because(f.detail)}`,
    todo: 'Kimliği ve url, tenant, project ayarlarını denetleyin: jobtrack config',
  }),
  NETWORK: (f) => ({
    what: `${f.origin} adresine ulaşılamadı (${f.attempts} deneme): ${f.reason}`,
    todo: 'Adresi ve ağınızı denetleyin: jobtrack doctor',
  }),
  DEADLINE: (f) => ({
    what: `${f.origin} ${seconds(f.timeoutMs)} içinde yanıt vermedi`,
    todo: '--request-timeout ile daha çok süre tanıyın; örneğin --request-timeout 2m',
  }),
  IDLE: (f) => ({
    what: `${f.origin} ${seconds(f.idleMs)} boyunca hiçbir şey göndermedi`,
    todo: 'Yeniden deneyin; bağlantı açıktı ama sessiz kaldı.',
  }),
  RATE_LIMITED: (f) => ({
    what: `${f.origin} daha az istek gönderilmesini istiyor (429)`,
    todo: waitFor(f.retryAfterMs),
  }),
  SERVER_ERROR: (f) => ({
    what: `${f.origin} hata verdi (${f.status}, ${f.attempts} deneme)${because(f.detail)}`,
    todo: waitFor(f.retryAfterMs),
  }),
  UNEXPECTED_STATUS: (f) => ({
    what: `${f.origin} beklenmeyen bir durum koduyla yanıt verdi: ${f.status}${because(f.detail)}`,
    todo: "url ayarı bir iş izleme API'sinin temel adresi mi, denetleyin: jobtrack config",
  }),
  REDIRECT_REFUSED: (f) => ({
    what: `${f.from} adresi ${f.to} adresine yönlendiriyor; yönlendirme izlenmedi`,
    todo: 'Bu adres doğruysa url olarak kendiniz verin.',
  }),
  BODY_TOO_LARGE: (f) => ({
    what: `yanıt ${Math.floor(f.limitBytes / 1_048_576)} MiB sınırından büyük`,
    todo: 'Daha azını isteyin; örneğin --limit veya --since ile.',
  }),
  BODY_CUT: (f) => ({
    what: `${f.origin} yanıtı tamamlanmadan kesildi`,
    todo: 'Yeniden deneyin.',
  }),
  BODY_NOT_UNDERSTOOD: (f) => ({
    what: `yanıt anlaşılamadı${f.path === undefined ? '' : ` (${f.path})`}: beklenen ${f.expected}, bulunan ${f.found}`,
    todo: "url ayarı bir iş izleme API'sinin temel adresi mi, denetleyin: jobtrack config",
  }),
  FILE_FAILED: (f) => ({ what: `${f.file}: ${f.reason}` }),
  LISTEN_REFUSED: (f) => ({
    what: `${f.host} başka makinelerden erişilebilir ve oraya gönderilenler şifrelenmez`,
    todo: `127.0.0.1 üzerinde dinleyin ya da riski şununla kabul edin: ${f.flag}`,
  }),
  LISTEN_FAILED: (f) => ({
    what: `${f.address} dinlenemiyor: ${f.reason}`,
    todo: 'Başka bir --port seçin ya da boş bir port için 0 verin.',
  }),
  STORE_REFUSED: (f) => ({
    what: `${f.file}: ${storeRefusals[f.reason].what}`,
    todo: storeRefusals[f.reason].todo,
  }),
  WEBHOOK_REFUSED: (f) => ({
    what: `webhook reddedildi: ${webhookRefusals[f.reason].what}`,
    todo: webhookRefusals[f.reason].todo,
  }),
  INTERNAL: (f) => ({
    what: `jobtrack bir hata yaptı: ${f.reason}`,
    todo: '-v ile yeniden çalıştırıp çıkanı bildirin.',
  }),
};

import type {
  Allowed,
  ErrorText,
  RequiredSetting,
  StoreRefusal,
  UnsafeReason,
} from '../../errors/index.js';

const EXAMPLE_GUID = 'cc0e8400-e29b-41d4-a716-446655440000';

/** What a value should have been, as the end of a sentence. */
export function expected(allowed: Allowed): string {
  switch (allowed.kind) {
    case 'choice':
      return `şunlardan biri olmalı: ${allowed.choices.join(', ')}`;
    case 'guid':
      return `${EXAMPLE_GUID} gibi bir GUID olmalı`;
    case 'duration':
      return `500ms, 30s, 15m, 2h veya 1h30m gibi bir süre olmalı${allowed.atLeastMs === undefined ? '' : `, en az ${allowed.atLeastMs}ms`}`;
    case 'time':
      if (allowed.notBefore !== undefined)
        return `${allowed.notBefore} anında veya sonrasında bir zaman olmalı`;
      return 'bir RFC 3339 zamanı (2024-01-20T10:30:00Z), ne kadar önce olduğu (15m), today veya yesterday olmalı';
    case 'integer':
      return allowed.max === undefined
        ? `bir tam sayı olmalı, en az ${allowed.min}`
        : `${allowed.min} ile ${allowed.max} arasında bir tam sayı olmalı`;
    case 'url':
      return 'kullanıcı adı, parola, sorgu ve # bölümü içermeyen bir http veya https adresi olmalı';
    case 'timezone':
      return 'utc, local veya Europe/Istanbul gibi bir IANA saat dilimi olmalı';
    case 'text':
      return 'boş olmayan bir metin olmalı';
    case 'token':
      return 'görünür ASCII karakterlerinden oluşan tek satırlık bir token olmalı';
    case 'command':
      return 'bir program ve argümanları, her tırnak kapatılmış olarak';
    case 'regex':
      return `geçerli bir düzenli ifade olmalı (${allowed.reason})`;
  }
}

/** The name of a setting inside a sentence. */
export const settingNames: Record<RequiredSetting, string> = {
  url: 'url',
  tenant: 'tenant',
  project: 'project',
  job: 'iş kimliği',
};

/** How a missing setting can be given. */
export const settingWays: Record<RequiredSetting, string> = {
  url: '--url verin, JOBTRACK_URL değişkenini ayarlayın veya şunu çalıştırın: jobtrack login',
  tenant:
    '--tenant verin, JOBTRACK_TENANT değişkenini ayarlayın veya şunu çalıştırın: jobtrack login',
  project:
    '--project verin, JOBTRACK_PROJECT değişkenini ayarlayın veya şunu çalıştırın: jobtrack login',
  job: 'İş kimliğini argüman olarak verin, JOBTRACK_JOB değişkenini ayarlayın veya projenin .jobtrackrc dosyasına "job" ekleyin.',
};

/** Why a file with a token is not used. */
export const unsafeReasons: Record<UnsafeReason, string> = {
  'readable-by-others': 'bu makinedeki başka kullanıcılar okuyabiliyor',
  'owned-by-other': 'başka bir kullanıcıya ait',
  'not-a-file': 'normal bir dosya değil',
};

/** Why the server's database is not opened, and what to do. */
export const storeRefusals: Record<StoreRefusal, Required<ErrorText>> = {
  'in-use': {
    what: 'bu veritabanı başka bir süreçte açık',
    todo: 'Çalışan sunucuyu kullanın, onu durdurun veya --db ile başka bir dosya verin',
  },
  newer: {
    what: 'bu veritabanını daha yeni bir jobtrack sürümü yazmış',
    todo: 'O sürümü kurun veya --db ile başka bir dosya verin',
  },
  foreign: {
    what: 'bu dosya bir jobtrack veritabanı değil',
    todo: 'Dosyaya dokunulmadı; --db ile başka bir dosya verin',
  },
  damaged: {
    what: 'bu veritabanı bozulmuş',
    todo: 'Bir yedeğini geri koyun veya --db ile başka bir dosya verin',
  },
  'not-a-file': {
    what: 'normal bir dosya değil',
    todo: '--db ile başka bir dosya verin',
  },
};

import type { SettingsMessages } from '../areas/settings.js';

export const settings: SettingsMessages = {
  loginSummary: "Kendiniz için url, kiracı, proje ve token'ı saklar",
  logoutSummary: "Saklanan bir profili token'ıyla birlikte siler",
  configSummary: 'Her ayarı ve nereden geldiğini gösterir',
  login: {
    examples: {
      ask: 'Hepsini sorar; token yazılırken görünmez',
      profile: 'İkinci bir sunucu, kendi profiliyle',
      pipe: 'Token bir parola yöneticisinden gelir, hiçbir şey sorulmaz',
    },
    asks: {
      url: "API'nin adresi (https://…)",
      tenant: 'Kiracı kimliği',
      project: 'Proje kimliği',
      token: 'Token (görünmez)',
    },
    done: (url, profile) => `"${profile}" profili ${url} için kaydedildi.`,
    stored: (file) => `Yalnız sizin okuyabildiğiniz ${file} dosyasında saklandı.`,
    check: 'Çalıştığını denetleyin: jobtrack doctor',
  },
  logout: {
    examples: {
      usual: 'Varsayılan olarak kullanılan profili siler',
      profile: 'Başka bir profili siler',
    },
    done: (profile, file) => `"${profile}" profili ve token'ı ${file} dosyasından silindi.`,
  },
  config: {
    examples: { all: 'Her ayar, değeri ve kaynağı', json: 'Yalnız url' },
    columns: { setting: 'ayar', value: 'değer', source: 'kaynak' },
    set: 'ayarlı',
    notSet: 'ayarlı değil',
    profile: (name) => `${name} profili`,
    sources: {
      flag: ({ name }) => name,
      environment: ({ name }) => name,
      'project-file': ({ file }) => file,
      'user-file': ({ file, profile }) =>
        profile === undefined ? file : `${file} (${profile} profili)`,
      serve: ({ file }) => `çalışan jobtrack serve (${file})`,
      default: () => 'varsayılan',
    },
  },
};

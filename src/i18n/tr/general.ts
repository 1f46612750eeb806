import type { GeneralMessages } from '../areas/general.js';

export const general: GeneralMessages = {
  waiting: (origin) => `${origin} yanıtı bekleniyor`,
  folded: (count, kinds) =>
    `${count} tanesi daha gösterilmedi${kinds === undefined ? '' : `: ${kinds}`}; hepsini görmek için "| less" ekleyin`,
  error: 'hata:',
  warning: 'uyarı:',
  requestId: (id) => `istek kimliği ${id}`,
};

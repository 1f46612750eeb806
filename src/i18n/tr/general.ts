import type { GeneralMessages } from '../areas/general.js';

export const general: GeneralMessages = {
  waiting: (origin) => `${origin} yanıtı bekleniyor`,
  error: 'hata:',
  warning: 'uyarı:',
  requestId: (id) => `istek kimliği ${id}`,
};

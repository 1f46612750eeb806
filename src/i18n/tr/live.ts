import type { LiveMessages } from '../areas/live.js';

export const live: LiveMessages = {
  flag: 'iş sonuçlanana dek bu aralıkla yeniden göster (en az 250ms; varsayılan: interval ayarı)',
  moreLines: (_count, figure) => `${figure} satır daha`,
  moreJobs: (_count, figure) => `ve ${figure} iş daha`,
  noAnswer: (reason) => `yanıt yok, yeniden deneniyor: ${reason}`,
  answersAgain: (duration) => `${duration} sonra yeniden yanıt geliyor`,
};

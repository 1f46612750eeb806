import type { WatchCommandMessages } from '../areas/watch-command.js';

export const watchCommand: WatchCommandMessages = {
  summary: 'İşleri bitene kadar canlı izler; sonuçlarıyla çıkar',
  jobIds: 'işler (GUID); JOBTRACK_JOB veya ayarlar birini veriyorsa yazılmayabilir',
  flags: {
    interval: 'ne sıklıkla bakılacağı, örneğin 500ms veya 5s; en az 250ms',
    timeout: 'bu süre sonunda izlemeyi 124 çıkış koduyla bırakır; işler sürer',
    until:
      'birden çok iş ne zaman bitmiş sayılır: all (hepsi), any (biri), first-failure (ilk hata)',
    failFast: 'bir iş başarısız olur olmaz veya iptal edilir edilmez bitirir',
    logs: 'bu düzey ve üzerindeki günlük kayıtlarını izler; birden çok işte yalnızca verilirse',
    waitForStart: 'henüz var olmayan bir işi bu kadar bekler',
    mode: 'yerinde çizer (tty), her değişikliğe bir satır yazar (plain) veya çıktıya göre seçer (auto)',
    fullscreen: 'tüm ekrana çizer; bitince son görüntü kalır',
    bell: 'bitince terminalin zilini çalar',
  },
  examples: {
    one: 'Bir işi izle',
    several: 'CI için: ilk başarısız işte bitir, iki saat sonra vazgeç',
    script: 'Bir işin ortaya çıkmasını bir dakikaya kadar bekle, sonra nasıl bittiğini yaz',
  },
};

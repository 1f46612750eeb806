import type { DepsMessages } from '../areas/deps.js';

export const deps: DepsMessages = {
  summary: 'Bir işin neyi beklediği ve onu nelerin beklediği',
  help: {
    flags: {
      format: 'insanlar için ağaç ya da Graphviz veya Mermaid için çizge',
      why: 'yalnızca işi engelleyene giden zincir',
    },
    examples: {
      tree: 'İşten önce ve sonra gelenler',
      why: 'Neden başlamıyor?',
      dot: 'Çizgeyi Graphviz ile çiz',
    },
  },
  again: 'başka yerde gösteriliyor',
  cycle: 'döngü',
  cycles: 'Döngüler',
  more: (count) => `ve ${count} tane daha`,
  folded: (count) => `toplam ${count} tanesi daha gösterilmedi; boru hattında hepsi görünür`,
  waitingFor: (what) => `beklediği: ${what}`,
  completedAt: (when) => `tamamlandı: ${when}`,
  resolvedAt: (when) => `çözüldü: ${when}`,
  otherJobs: 'Çizgedeki öbür işler',
  resources: 'Kaynaklar',
  columns: { type: 'Tür', name: 'Ad', id: 'Kimlik', status: 'Durum', since: 'Zaman' },
  conditions: 'Engelleyen koşullar',
  waitsFor: (name) => `Beklediği iş: ${name}.`,
  waitsForCycle: 'Birbirini bekleyen işleri bekliyor.',
  waitsForOther: 'Onu engelleyen bir iş yok, ama başka bir engel var.',
  nothingBlocks: 'Onu engelleyen bir şey yok.',
  alreadyEnded: (status) => `Onu engelleyen bir şey yok: durumu ${status}.`,
  blocks: 'engelliyor',
  alsoBlocked: 'Bunları da bekliyor',
  openConditions: 'Açık koşullar',
  missingResources: 'Hazır olmayan kaynaklar',
  empty: 'iş hiçbir şeye bağlı değil ve onu bekleyen yok',
  mermaidLimit: (edges, limit) =>
    `çizgede ${edges} kenar var; maxEdges artırılmadıkça Mermaid ${limit} kenar çizer`,
};

import type { DepsMessages } from '../areas/deps.js';

export const deps: DepsMessages = {
  summary: 'Bir işin neyi beklediğini ve onu nelerin beklediğini gösterir',
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
  waitingFor: (what) => `beklediği: ${what}`,
  completedAt: (when) => `tamamlandı: ${when}`,
  resolvedAt: (when) => `çözüldü: ${when}`,
  otherJobs: 'Çizgedeki öbür işler',
  resources: 'Kaynaklar',
  columns: { type: 'Tür', name: 'Ad', id: 'Kimlik', status: 'Durum', since: 'Zaman' },
  conditions: 'Engelleyen koşullar',
  waitsFor: (name) => `Bu işin beklediği iş: ${name}.`,
  waitsInVain: (name, status) => `Bu işin beklediği iş: ${name}, durumu ${status}.`,
  waitsForCycle: 'Bu iş birbirini bekleyen işleri bekliyor.',
  waitsForOther: 'Bu işi engelleyen başka bir iş yok, ama başka bir engel var.',
  nothingBlocks: 'Bu işi engelleyen bir şey yok.',
  alreadyEnded: (status) => `Bu işi engelleyen bir şey yok: durumu ${status}.`,
  blocks: 'engelliyor',
  alsoBlocked: 'Bu iş bunları da bekliyor',
  openConditions: 'Açık koşullar',
  missingResources: 'Hazır olmayan kaynaklar',
  empty: 'iş hiçbir şeye bağlı değil ve onu bekleyen yok',
  mermaidLimit: (edges, limit) =>
    `çizgede ${edges} kenar var; maxEdges artırılmadıkça Mermaid ${limit} kenar çizer`,
};

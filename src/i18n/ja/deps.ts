import type { DepsMessages } from '../areas/deps.js';

export const deps: DepsMessages = {
  summary: 'ジョブが待っているものと、ジョブを待っているものを表示します',
  help: {
    flags: {
      format: '人が読むツリー、または Graphviz や Mermaid 用のグラフ',
      why: 'ジョブを止めている原因までの連鎖だけを表示',
    },
    examples: {
      tree: 'ジョブの前後にあるもの',
      why: 'なぜ始まらないのか',
      dot: 'Graphviz でグラフを描く',
    },
  },
  again: '別の場所に表示',
  cycle: '循環',
  cycles: '循環',
  more: (count) => `ほか ${count} 件`,
  waitingFor: (what) => `待機対象: ${what}`,
  completedAt: (when) => `完了: ${when}`,
  resolvedAt: (when) => `解決: ${when}`,
  otherJobs: 'グラフ内のほかのジョブ',
  resources: 'リソース',
  columns: { type: '種類', name: '名前', id: 'ID', status: '状態', since: '日時' },
  conditions: 'ブロック条件',
  waitsFor: (name) => `このジョブは ${name} を待っています。`,
  waitsInVain: (name, status) =>
    `このジョブは ${name} を待っていますが、その状態は「${status}」です。`,
  waitsForCycle: 'このジョブは、互いに待ち合うジョブを待っています。',
  waitsForOther: 'このジョブをブロックしているジョブはありませんが、ほかの原因があります。',
  nothingBlocks: 'このジョブをブロックしているものはありません。',
  alreadyEnded: (status) =>
    `このジョブをブロックしているものはありません。状態は「${status}」です。`,
  blocks: 'これが原因',
  alsoBlocked: 'ほかに待っているもの',
  openConditions: '未解決の条件',
  missingResources: '利用できないリソース',
  empty: 'ジョブは何にも依存せず、何からも待たれていません',
  mermaidLimit: (edges, limit) =>
    `グラフには ${edges} 本の辺があります。Mermaid は maxEdges を上げない限り ${limit} 本までしか描きません`,
};

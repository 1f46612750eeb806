import type { GeneralMessages } from '../areas/general.js';

export const general: GeneralMessages = {
  waiting: (origin) => `${origin} の応答を待っています`,
  folded: (count, kinds) =>
    `ほか ${count} 件を省略しました${kinds === undefined ? '' : `（${kinds}）`}。「| less」を付けるとすべて表示されます`,
  error: 'エラー:',
  warning: '警告:',
  requestId: (id) => `リクエスト ID ${id}`,
};

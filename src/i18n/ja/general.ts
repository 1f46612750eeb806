import type { GeneralMessages } from '../areas/general.js';

export const general: GeneralMessages = {
  waiting: (origin) => `${origin} の応答を待っています`,
  error: 'エラー:',
  warning: '警告:',
  requestId: (id) => `リクエスト ID ${id}`,
};

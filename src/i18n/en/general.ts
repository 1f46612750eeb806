import type { GeneralMessages } from '../areas/general.js';

export const general: GeneralMessages = {
  waiting: (origin) => `waiting for ${origin}`,
  folded: (count, kinds) =>
    `${count} more not shown${kinds === undefined ? '' : `: ${kinds}`}; add "| less" to see every one`,
  error: 'error:',
  warning: 'warning:',
  requestId: (id) => `request id ${id}`,
};

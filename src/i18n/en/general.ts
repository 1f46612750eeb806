import type { GeneralMessages } from '../areas/general.js';

export const general: GeneralMessages = {
  waiting: (origin) => `waiting for ${origin}`,
  error: 'error:',
  warning: 'warning:',
  requestId: (id) => `request id ${id}`,
};

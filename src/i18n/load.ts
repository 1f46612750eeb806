import type { Language } from '../config/settings.js';
import type { Messages } from './messages.js';

/** The words of one language; the others are not loaded. */
export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'tr':
      return (await import('./tr/index.js')).tr;
    case 'ja':
      return (await import('./ja/index.js')).ja;
    default:
      return (await import('./en/index.js')).en;
  }
}

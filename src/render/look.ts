import type { Messages } from '../i18n/messages.js';
import type { Formats } from './formats.js';
import type { Symbols } from './symbols.js';
import type { Theme } from './theme.js';

/** Everything that decides how a view looks, and nothing of what it shows. Views are functions of state and look. */
export interface Look {
  /**
   * Whether a person looks at a terminal: then there are bars, relative times and a width to fit.
   * Otherwise the same facts in full length, with absolute times.
   */
  terminal: boolean;
  /** Columns to fit into; `Infinity` where nothing limits them. */
  width: number;
  theme: Theme;
  symbols: Symbols;
  messages: Messages;
  formats: Formats;
}

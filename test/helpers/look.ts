import type { Language } from '../../src/config/settings.js';
import { loadMessages } from '../../src/i18n/load.js';
import { createFormats } from '../../src/render/formats.js';
import type { Look } from '../../src/render/look.js';
import type { SafeText } from '../../src/render/safe-text.js';
import { createSymbols } from '../../src/render/symbols.js';
import { type ColorLevel, createTheme } from '../../src/render/theme.js';

/** When the documented examples were made. */
export const EXAMPLE_NOW_MS = Date.parse('2024-01-20T10:45:33Z');

/** What a test pins of a look; the rest is a terminal of 80 columns in English, UTC, without colour. */
export interface LookOptions {
  width?: number;
  terminal?: boolean;
  color?: ColorLevel;
  language?: Language;
  timeZone?: string;
  nowMs?: number;
  unicode?: boolean;
}

export async function testLook(options: LookOptions = {}): Promise<Look> {
  const messages = await loadMessages(options.language ?? 'en');
  const terminal = options.terminal ?? true;
  return {
    terminal,
    width: options.width ?? (terminal ? 80 : Number.POSITIVE_INFINITY),
    theme: createTheme(options.color ?? 0),
    symbols: createSymbols(options.unicode ?? true),
    messages,
    formats: createFormats({
      units: messages.units,
      timeZone: options.timeZone ?? 'utc',
      nowMs: options.nowMs ?? EXAMPLE_NOW_MS,
      terminal,
    }),
  };
}

/** Lines as one text that a test can compare with a literal screen: it begins and ends with a line end. */
export const screen = (lines: Iterable<SafeText>): string =>
  `\n${[...lines].map((line) => line.trimEnd()).join('\n')}\n`;

import type { Flag } from './commands/definition.js';
import type { ColorMode } from './config/settings.js';
import type { Messages } from './i18n/messages.js';
import { chooseColor } from './output/color.js';
import type { OutputPort } from './ports/io.js';
import type { System } from './ports/system.js';
import { createTheme, type Theme } from './render/theme.js';
import type { Scan } from './scan-arguments.js';

/** What is known before anything is parsed: enough for help, and to tell an error. */
export interface Start {
  system: System;
  messages: Messages;
  scan: Scan;
  globals: readonly Flag[];
}

/** The colours of one of the program's outputs. */
export function themeOf(output: OutputPort, { system, scan }: Start): Theme {
  const mode = scan.color as ColorMode | undefined;
  return createTheme(chooseColor(output, { mode, environment: system.environment }));
}

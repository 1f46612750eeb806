import type { LookMoment } from './context.js';
import { memoize } from './memoize.js';
import { chooseColor } from './output/color.js';
import { canUnicode, fitColumns, isSmartTerminal } from './output/terminal.js';
import { createFormatsAt } from './render/formats.js';
import type { Look } from './render/look.js';
import { createSymbols } from './render/symbols.js';
import { createTheme } from './render/theme.js';
import type { SessionParts } from './session.js';

/** How things look on this run's stdout; what does not change from one look to the next is made once. */
export function createLooks(
  { system, flags, messages }: Omit<SessionParts, 'settings'>,
  timeZone: string,
): (moment: LookMoment) => Look {
  const { environment, clock } = system;
  const { stdout } = system.io;
  const isTerminal = isSmartTerminal(stdout, environment);
  const { units } = messages;
  const lasting = {
    theme: createTheme(chooseColor(stdout, { mode: flags.color, environment })),
    symbols: createSymbols(canUnicode(environment)),
    messages,
  };
  const onTerminal = memoize(() => createFormatsAt({ units, timeZone, terminal: true }));
  const inFull = memoize(() => createFormatsAt({ units, timeZone, terminal: false }));
  return ({ nowMs = clock.now(), columns, isPlain = false }) => {
    const terminal = isTerminal && !isPlain;
    return {
      ...lasting,
      terminal,
      width: isPlain ? Number.POSITIVE_INFINITY : (columns ?? fitColumns(stdout, environment)),
      formats: (terminal ? onTerminal() : inFull())(nowMs),
    };
  };
}

import { statuses } from '../contract/index.js';
import type { SafeText } from './safe-text.js';

const glyphs = <T extends Record<string, string | readonly string[]>>(table: T) =>
  table as unknown as { [K in keyof T]: T[K] extends string ? SafeText : readonly SafeText[] };

/** Every sign that is drawn, named once. All are one column wide. */
const unicode = glyphs({
  done: '✓',
  failed: '✗',
  running: '●',
  pending: '○',
  cancelled: '⊘',
  unknown: '?',
  milestone: '◆',
  warning: '▲',
  error: '✗',
  bullet: '•',
  separator: '·',
  ellipsis: '…',
  arrow: '→',
  up: '↑',
  down: '↓',
  level: '→',
  barFull: '█',
  barHalf: '▒',
  barEmpty: '░',
  barParts: ['▏', '▎', '▍', '▌', '▋', '▊', '▉'],
  barOpen: '',
  barClose: '',
  spark: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  lane: '━',
  laneExpected: '╌',
  laneOpen: '▶',
  axis: '─',
  axisTick: '┬',
  axisSide: '│',
  axisCorner: '└',
  plotPoint: '•',
  firstBranch: '┌─ ',
  branch: '├─ ',
  lastBranch: '└─ ',
  trunk: '│  ',
  gap: '   ',
});

/** The same signs for a terminal that shows ASCII only. */
const ascii: typeof unicode = glyphs({
  done: '+',
  failed: 'x',
  running: '*',
  pending: 'o',
  cancelled: '/',
  unknown: '?',
  milestone: 'M',
  warning: '!',
  error: 'x',
  bullet: '-',
  separator: '-',
  ellipsis: '~',
  arrow: '>',
  up: '^',
  down: 'v',
  level: '>',
  barFull: '#',
  barHalf: '=',
  barEmpty: '-',
  barParts: [],
  barOpen: '[',
  barClose: ']',
  spark: ['_', '.', '-', '=', '+', '*', '%', '#'],
  lane: '=',
  laneExpected: '.',
  laneOpen: '>',
  axis: '-',
  axisTick: '+',
  axisSide: '|',
  axisCorner: '+',
  plotPoint: '*',
  firstBranch: ',- ',
  branch: '|- ',
  lastBranch: '`- ',
  trunk: '|  ',
  gap: '   ',
});

export type Symbols = typeof unicode;

/** The signs for a terminal that can or can't show Unicode. */
export const createSymbols = (canUnicode: boolean): Symbols => (canUnicode ? unicode : ascii);

/** The sign of a job's or stage's status; an unknown status has the sign of the unknown. */
export function statusSymbol(symbols: Symbols, status: string | null | undefined): SafeText {
  switch (statuses.canonical(status)) {
    case 'Running':
      return symbols.running;
    case 'Completed':
      return symbols.done;
    case 'Failed':
      return symbols.failed;
    case 'Cancelled':
      return symbols.cancelled;
    case 'Queued':
    case 'Pending':
      return symbols.pending;
    default:
      return symbols.unknown;
  }
}

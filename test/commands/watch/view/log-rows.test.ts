import { describe, expect, it } from 'vitest';
import { lastLogRows } from '../../../../src/commands/watch/view/log-rows.js';
import type { LogEntry } from '../../../../src/contract/index.js';
import { type LookOptions, screen, testLook } from '../../../helpers/look.js';
import { atMs, jobId, logged, midRun, told } from './watches.js';

async function rows(entries: readonly LogEntry[], count: number, options: LookOptions = {}) {
  const watch = told(entries.map((entry) => ({ type: 'log', jobId, atMs, entry })));
  const lines = watch.jobs[0]?.lines ?? [];
  return screen(lastLogRows(lines, count, atMs, await testLook(options)));
}

const at = (level: string, message: string, more: Partial<LogEntry> = {}): LogEntry => ({
  timestamp: '2024-01-20T10:41:10Z',
  level,
  component: 'Importer',
  message,
  ...more,
});

const long = 'The input has more rows than fit into memory, so they are sorted on disk '.repeat(4);

describe('the last lines of a log', () => {
  it('are cut to a row each, but grave ones go on for up to three', async () => {
    expect(await rows([at('INFO', long), at('WARN', long), at('ERROR', 'Short')], 9)).toBe(`
10:41:10  INFO   Importer              The input has more rows than fit into me…
10:41:10  WARN   Importer              The input has more rows than fit into
                                       memory, so they are sorted on disk The
                                       input has more rows than fit into memory…
10:41:10  ERROR  Importer              Short
`);
    expect(await rows([at('INFO', long), at('WARN', long)], 9, { width: 40 })).toBe(`
10:41:10  INFO   The input has more row…
10:41:10  WARN   The input has more
  rows than fit into memory, so they are
  sorted on disk The input has more row…
`);
  });

  it('end with the newest, and the oldest one gives way', async () => {
    const entries = [at('INFO', 'first'), at('WARN', long), at('INFO', 'last')];
    expect(await rows(entries, 3)).toBe(`
10:41:10  WARN   Importer              The input has more rows than fit into
                                       memory, so they are sorted on disk The i…
10:41:10  INFO   Importer              last
`);
    expect(await rows(entries, 1)).toBe(`
10:41:10  INFO   Importer              last
`);
  });

  it('have messages of several lines and details behind them in the same rows', async () => {
    const trace = at('ERROR', 'Failed:\n  at load\n  at run\n  at main', {
      details: { retry: true, rows: 192_850 },
    });
    expect(await rows([trace], 5)).toBe(`
10:41:10  ERROR  Importer              Failed: at load at run …  retry yes  rows
                                       192,850
`);
    expect(await rows([at('INFO', 'Loaded', { details: { rows: 192_850 } })], 5)).toBe(`
10:41:10  INFO   Importer              Loaded  rows 192,850
`);
  });

  it('keep their columns where a level or a component is long, or missing', async () => {
    const entries = [
      at('CRITICAL', 'a', { component: 'ExtraordinarilyLongComponentName' }),
      { timestamp: 'yesterday', message: 'b' },
      at('debug', 'c', { component: '取込コンポーネント' }),
    ];
    expect(await rows(entries, 5)).toBe(`
10:41:10  CRIT…  ExtraordinarilyLong…  a
yesterd…  -                            b
10:41:10  DEBUG  取込コンポーネント    c
`);
  });

  it('look the same a second later, and are laid out anew for another width', async () => {
    const { lines = [] } = logged(midRun()).jobs[0] ?? {};
    const look = await testLook({ width: 120 });
    const first = lastLogRows(lines, 40, atMs, look);
    const second = lastLogRows(lines, 40, atMs + 1000, { ...look });
    expect(second).toEqual(first);
    expect(lastLogRows(lines, 40, atMs, { ...look, width: 60 })).not.toEqual(first);
  });
});

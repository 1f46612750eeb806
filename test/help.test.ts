import { describe, expect, test } from 'vitest';
import { commandList } from '../src/commands/command-list.js';
import { type Language, languages } from '../src/config/settings.js';
import { globalFlags } from '../src/global-flags.js';
import { commandHelp, rootHelp } from '../src/help.js';
import { loadMessages } from '../src/i18n/load.js';
import type { SafeText } from '../src/render/safe-text.js';
import { createTheme } from '../src/render/theme.js';
import { width } from '../src/render/width.js';
import { screen } from './helpers/look.js';

const shown = commandList.filter(({ hidden }) => hidden !== true);

async function page(language: Language, name?: string, columns = 80): Promise<SafeText[]> {
  const messages = await loadMessages(language);
  const style = { messages, theme: createTheme(0), width: columns };
  const command = await commandList.find((each) => each.name === name)?.load(messages);
  const globals = globalFlags(messages);
  return command === undefined ? rootHelp(globals, style) : commandHelp(command, globals, style);
}

test('the page of a command explains its own options, and names the global ones', async () => {
  expect(screen(await page('en', 'metrics'))).toBe(`
Show what a job uses and how fast it is, with trends and benchmarks

Usage:
  jobtrack metrics [options] [jobId]

Arguments:
  jobId  the job (GUID); may be left out where JOBTRACK_JOB or the settings name
         it

Options:
      --interval <1m|5m|15m>  gather figures over this long; without it the
                              server decides
      --metrics <list>        only these groups, separated by commas: cpu,
                              memory, disk, network, throughput
      --history               show the past as well, as sparklines and plots;
                              with -o ndjson its samples, one a line, and
                              nothing else
  -w, --watch [interval]      show it again at this interval (at least 250ms;
                              default: the setting interval) until the job is
                              final

Examples:
  Show everything about one job
    jobtrack metrics cc0e8400-e29b-41d4-a716-446655440000
  Show CPU and memory, gathered over a minute
    jobtrack metrics --metrics cpu,memory --interval 1m
  Show how the figures developed
    jobtrack metrics --history
  Print the past as rows of a spreadsheet
    jobtrack metrics --history -o ndjson | jq -r '[.timestamp, .cpu] | @csv'

Global options:
  -o, --output  --json  --color  --no-color  --url  --tenant  --project
  --profile  --config  --token-file  --lang  --tz  --request-timeout  --retries
  -q, --quiet  -v, --verbose  -V, --version  -h, --help
  Explained by: jobtrack --help
`);
});

test('a command that lives on global options explains those', async () => {
  expect(screen(await page('tr', 'logout'))).toBe(`
Saklanan bir profili token'ıyla birlikte siler

Kullanım:
  jobtrack logout [seçenekler]

Seçenekler:
      --profile <name>  ayarlarınızdaki hangi profilin kullanılacağı
      --config <file>   kendi ayar dosyanız yerine okunacak dosya

Örnekler:
  Varsayılan olarak kullanılan profili siler
    jobtrack logout
  Başka bir profili siler
    jobtrack logout --profile staging

Genel seçenekler:
  -o, --output  --json  --color  --no-color  --url  --tenant  --project
  --token-file  --lang  --tz  --request-timeout  --retries  -q, --quiet
  -v, --verbose  -V, --version  -h, --help
  Açıklamaları için: jobtrack --help
`);
});

test('what may be given stands behind an option, unless its description says it', async () => {
  const text = (await page('ja', 'logs')).join('\n');
  expect(text).toContain(
    'このレベル以上のエントリを表示（選択肢: DEBUG, INFO,\n                           WARN, ERROR）（既定値: INFO）',
  );
  expect((await page('en', 'batch')).join('\n')).not.toContain('one of: progress');
});

describe.each(languages)('in %s', (language) => {
  test('no page is wider than 80 columns, examples included', async () => {
    for (const name of [undefined, ...shown.map((command) => command.name)]) {
      const tooWide = (await page(language, name)).filter((line) => width(line) > 80);
      expect(tooWide).toEqual([]);
    }
  });

  test('the first page says what every exit code means', async () => {
    const lines = await page(language);
    const first = lines.findIndex((line) => line.startsWith('  0 '));
    const codes = lines.slice(first).join('\n').split('\n\n')[0] ?? '';
    expect(codes.match(/\d+/g)).toEqual(['0', '1', '2', '3', '4', '5', '6', '124']);
  });
});

import { expect, test } from 'vitest';
import { configView } from '../../../src/commands/config/view.js';
import type { SettingRow } from '../../../src/config/describe.js';
import { screen, testLook } from '../../helpers/look.js';

const file = '/home/me/.config/jobtrack/config.json';
const rows: SettingRow[] = [
  {
    name: 'url',
    value: 'https://jobs.example.com',
    isSet: true,
    source: { kind: 'environment', name: 'JOBTRACK_URL' },
  },
  {
    name: 'token',
    value: undefined,
    isSet: true,
    source: { kind: 'user-file', file, profile: 'work' },
  },
  { name: 'job', value: undefined, isSet: false, source: { kind: 'default' } },
  { name: 'retries', value: '5', isSet: true, source: { kind: 'flag', name: '--retries' } },
];

test('a wide terminal has a column for where a setting came from', async () => {
  expect(screen(configView(rows, await testLook({ width: 100 })))).toBe(`
setting  value                     from
url      https://jobs.example.com  JOBTRACK_URL
token    set                       /home/me/.config/jobtrack/config.json (profile work)
job      not set                   default
retries  5                         --retries
`);
});

test('where whole paths do not fit they are told once, below', async () => {
  expect(screen(configView(rows, await testLook({ width: 80 })))).toBe(`
setting  value                     from
url      https://jobs.example.com  JOBTRACK_URL
token    set                       profile work
job      not set                   default
retries  5                         --retries

config.json  /home/me/.config/jobtrack/config.json
`);
});

test('a narrow terminal tells it below', async () => {
  expect(screen(configView(rows, await testLook({ width: 40 })))).toBe(`
setting  value
url      https://jobs.example.com
  from JOBTRACK_URL
token    set
  from profile work
job      not set
  from default
retries  5
  from --retries

config.json  /home/me/.config/jobtrack/c
             onfig.json
`);
});

test('in Turkish', async () => {
  expect(screen(configView(rows, await testLook({ width: 100, language: 'tr' })))).toBe(`
ayar     değer                     kaynak
url      https://jobs.example.com  JOBTRACK_URL
token    ayarlı                    /home/me/.config/jobtrack/config.json (work profili)
job      ayarlı değil              varsayılan
retries  5                         --retries
`);
});

test('in Japanese, whose characters are twice as wide', async () => {
  expect(screen(configView(rows, await testLook({ width: 100, language: 'ja' })))).toBe(`
設定     値                        由来
url      https://jobs.example.com  JOBTRACK_URL
token    設定済み                  /home/me/.config/jobtrack/config.json（プロファイル work）
job      未設定                    既定値
retries  5                         --retries
`);
});

import { expect, test } from 'vitest';
import type { Check } from '../../../src/commands/doctor/check.js';
import { doctorView } from '../../../src/commands/doctor/view.js';
import { inline } from '../../../src/render/safe-text.js';
import { width } from '../../../src/render/width.js';
import { screen, testLook } from '../../helpers/look.js';

const checks: Check[] = [
  { name: 'settings', state: 'ok', detail: 'https://jobs.example.com/トラッキング', durationMs: 4 },
  {
    name: 'connect',
    state: 'failed',
    detail: "can't connect to jobs.example.com, port 443: ECONNREFUSED",
    todo: 'Nothing listens on port 443 there: check the port, or start the server.',
    durationMs: 1204,
  },
  { name: 'tls', state: 'skipped', detail: 'not checked: connection failed' },
];

test('at 80 columns what was found stands beside the names', async () => {
  expect(screen(doctorView(checks, await testLook()))).toBe(`
✓ settings    https://jobs.example.com/トラッキング  4ms
✗ connection  can't connect to jobs.example.com, port 443: ECONNREFUSED  1s
              Nothing listens on port 443 there: check the port, or start the
              server.
· TLS         not checked: connection failed
`);
});

test('in Japanese the columns line up by their width', async () => {
  const look = await testLook({ language: 'ja' });
  expect(screen(doctorView(checks.slice(0, 1).concat(checks.slice(2)), look))).toBe(`
✓ 設定  https://jobs.example.com/トラッキング  4ミリ秒
· TLS   not checked: connection failed
`);
});

test('where there is little room the text stands below the names', async () => {
  expect(screen(doctorView(checks.slice(2), await testLook({ width: 24 })))).toBe(`
· TLS
  not checked:
  connection failed
`);
});

test('no line is wider than the terminal', async () => {
  for (let columns = 20; columns <= 200; columns += 1) {
    const look = await testLook({ width: columns, language: 'ja' });
    const wide = doctorView(checks, look).filter((line) => width(line) > columns);
    expect(wide, `${columns} columns`).toEqual([]);
  }
});

test('hostile text from outside is shown and does nothing', async () => {
  const detail = 'https://a\u001b]0;owned\u0007\u202e';
  const [line] = doctorView([{ name: 'settings', state: 'ok', detail }], await testLook());
  expect(line).toBe(`✓ settings  ${inline(detail)}`);
});

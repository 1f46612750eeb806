import { describe, expect, it } from 'vitest';
import { gauges, loadPaint, section, shareBar } from '../../src/render/gauges.js';
import type { Look } from '../../src/render/look.js';
import { inline } from '../../src/render/safe-text.js';
import { screen, testLook } from '../helpers/look.js';

const rows = (look: Look) => [
  { name: inline('CPU'), draw: shareBar(50, look), parts: [inline('50%'), inline('2 cores')] },
  { name: inline('Network'), parts: [inline('12 MB')] },
];

describe('rows of a section', () => {
  it('line up under their title, after an empty line', async () => {
    const look = await testLook();
    expect(screen(section(inline('Resources'), rows(look), look))).toBe(`

Resources
  CPU      ██████████░░░░░░░░░░  50%  2 cores
  Network  12 MB
`);
  });

  it('go on below where there is no room, and lose the bar last', async () => {
    const look = await testLook({ width: 31 });
    expect(screen(gauges(rows(look), look))).toBe(`
  CPU      ███░░░  50%  2 cores
  Network  12 MB
`);
    const narrow = await testLook({ width: 20 });
    expect(screen(gauges(rows(narrow), narrow))).toBe(`
  CPU
    50%  2 cores
  Network
    12 MB
`);
  });

  it('begin with their title in a pipe', async () => {
    const look = await testLook({ terminal: false });
    expect(screen(section(inline('Resources'), rows(look), look))).toBe(`
Resources CPU: 50%, 2 cores
Resources Network: 12 MB
`);
  });

  it('are no section where there are none', async () => {
    expect(section(inline('Resources'), [], await testLook())).toEqual([]);
  });
});

it('a resource is coloured by how much of it is used', async () => {
  const { theme } = await testLook();
  expect(loadPaint(10, theme)).toBe(theme.good);
  expect(loadPaint(75, theme)).toBe(theme.caution);
  expect(loadPaint(90, theme)).toBe(theme.bad);
});

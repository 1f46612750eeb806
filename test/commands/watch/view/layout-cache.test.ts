import { describe, expect, it } from 'vitest';
import { createLayoutCache } from '../../../../src/commands/watch/view/layout-cache.js';
import { testLook } from '../../../helpers/look.js';
import { atMs } from './watches.js';

const HOUR_MS = 3_600_000;

describe('what was laid out', () => {
  const thing = {};

  async function counting() {
    const cache = createLayoutCache<number>();
    let count = 0;
    const look = await testLook();
    const at = { nowMs: atMs, look, variant: 'a' };
    const layOut = (more: Partial<typeof at> = {}, of: object = thing): number =>
      cache(of, { ...at, ...more }, () => {
        count += 1;
        return count;
      });
    return { layOut, look };
  }

  it('is laid out once while only the clock moves', async () => {
    const { layOut, look } = await counting();
    expect(layOut()).toBe(1);
    expect(layOut({ nowMs: atMs + HOUR_MS })).toBe(1);
    expect(layOut({ look: { ...look } })).toBe(1);
  });

  it('is laid out anew for another thing, another variant and another look', async () => {
    const { layOut, look } = await counting();
    layOut();
    expect(layOut({}, {})).toBe(2);
    expect(layOut({ variant: 'b' })).toBe(3);
    expect(layOut({ variant: 'b', look: { ...look, width: 40 } })).toBe(4);
    const { messages, symbols, theme } = await testLook({ language: 'ja', unicode: false });
    expect(layOut({ look: { ...look, messages } })).toBe(5);
    expect(layOut({ look: { ...look, symbols } })).toBe(6);
    expect(layOut({ look: { ...look, theme } })).toBe(7);
  });

  it('is laid out anew on another day of the user, since times then bear their date', async () => {
    const { layOut } = await counting();
    layOut();
    expect(layOut({ nowMs: atMs + 24 * HOUR_MS })).toBe(2);
    const tokyo = await counting();
    const look = { ...tokyo.look, ...(await testLook({ timeZone: 'Asia/Tokyo' })) };
    const at = { look: { ...tokyo.look, formats: look.formats } };
    tokyo.layOut(at);
    expect(tokyo.layOut({ ...at, nowMs: Date.parse('2024-01-20T14:59:59Z') })).toBe(1);
    expect(tokyo.layOut({ ...at, nowMs: Date.parse('2024-01-20T15:00:00Z') })).toBe(2);
  });
});

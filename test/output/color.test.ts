import { describe, expect, test } from 'vitest';
import { chooseColor } from '../../src/output/color.js';

const terminal = { colorLevel: 3 } as const;
const pipe = { colorLevel: 0 } as const;
const wish = (environment: Record<string, string> = {}, mode?: 'auto' | 'always' | 'never') => ({
  mode,
  environment,
});

describe('colour', () => {
  test('is what the terminal can do, and none in a pipe', () => {
    expect(chooseColor(terminal, wish())).toBe(3);
    expect(chooseColor(pipe, wish())).toBe(0);
  });

  test('is turned off by NO_COLOR with any text in it', () => {
    expect(chooseColor(terminal, wish({ NO_COLOR: '1' }))).toBe(0);
    expect(chooseColor(terminal, wish({ NO_COLOR: '' }))).toBe(3);
    expect(chooseColor(terminal, wish({ NO_COLOR: '1', FORCE_COLOR: '1' }))).toBe(0);
  });

  test('is forced into a pipe by FORCE_COLOR, and turned off by FORCE_COLOR=0', () => {
    expect(chooseColor(pipe, wish({ FORCE_COLOR: '1' }))).toBe(1);
    expect(chooseColor(terminal, wish({ FORCE_COLOR: '0' }))).toBe(0);
  });

  test('follows the flag before anything else', () => {
    expect(chooseColor(pipe, wish({ NO_COLOR: '1' }, 'always'))).toBe(1);
    expect(chooseColor(terminal, wish({ FORCE_COLOR: '1' }, 'never'))).toBe(0);
    expect(chooseColor(terminal, wish({ NO_COLOR: '1' }, 'auto'))).toBe(0);
  });
});

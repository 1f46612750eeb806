import { describe, expect, it } from 'vitest';
import { createKeptAnswers } from '../../src/client/kept-answers.js';

const MIB = 1_048_576;
const answer = (tag: string) => ({ tag, body: { tag } });

describe('answers that are kept', () => {
  it('are found by their address, the last one of each', () => {
    const kept = createKeptAnswers();
    kept.keep('/a', answer('1'), 10);
    kept.keep('/a', answer('2'), 10);
    kept.keep('/b', answer('3'), 10);
    expect(['/a', '/b', '/c'].map((address) => kept.find(address)?.tag)).toEqual([
      '2',
      '3',
      undefined,
    ]);
    kept.forget('/a');
    expect(kept.find('/a')).toBeUndefined();
  });

  it('are 32 at most: those that were used last', () => {
    const kept = createKeptAnswers();
    for (let index = 0; index < 32; index += 1) kept.keep(`/${index}`, answer('x'), 10);
    kept.find('/0');
    kept.keep('/more', answer('x'), 10);
    expect(kept.find('/0')).toBeDefined();
    expect(kept.find('/1')).toBeUndefined();
    expect(kept.find('/2')).toBeDefined();
  });

  it('came in 4 MiB at most, and a larger one alone is not kept at all', () => {
    const kept = createKeptAnswers();
    kept.keep('/a', answer('x'), 2 * MIB);
    kept.keep('/b', answer('x'), 2 * MIB);
    expect(kept.find('/a')).toBeDefined();
    kept.keep('/c', answer('x'), 1);
    expect([kept.find('/b'), kept.find('/a')].map((found) => found !== undefined)).toEqual([
      false,
      true,
    ]);
    kept.keep('/a', answer('x'), 5 * MIB);
    expect(kept.find('/a')).toBeUndefined();
    expect(kept.find('/c')).toBeDefined();
  });

  it('free the room of what they replace', () => {
    const kept = createKeptAnswers();
    kept.keep('/a', answer('x'), 1);
    for (let index = 0; index < 100; index += 1) kept.keep('/b', answer('x'), 3 * MIB);
    expect(kept.find('/a')).toBeDefined();
  });
});

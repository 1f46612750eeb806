import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostImportant } from '../../src/domain/most-important.js';

const kept = (text: string, keep: { most: number; first: number; last: number }): string => {
  const places = mostImportant([...text], keep, (letter) => 'EW.'.indexOf(letter));
  return [...text].map((letter, place) => (places.has(place) ? letter : ' ')).join('');
};

test('a list that is short enough is kept whole', () => {
  expect(kept('..W..', { most: 5, first: 1, last: 1 })).toBe('..W..');
});

test('the ends of a long one are kept, then what ranks first, then what comes last', () => {
  const list = '..W....E....W.......';
  expect(kept(list, { most: 3, first: 1, last: 1 })).toBe('.      E           .');
  expect(kept(list, { most: 5, first: 1, last: 1 })).toBe('. W    E    W      .');
  expect(kept(list, { most: 7, first: 1, last: 1 })).toBe('. W    E    W    ...');
});

test('of equal ones the later are kept', () => {
  expect(kept('EEEEEE', { most: 2, first: 0, last: 0 })).toBe('    EE');
});

test('any list keeps exactly as many as are wanted, or all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer()),
      fc.nat(40),
      fc.nat(9),
      fc.nat(9),
      (ranks, more, first, last) => {
        const most = first + last + more;
        const places = mostImportant(ranks, { most, first, last }, (rank) => rank);
        expect(places.size).toBe(Math.min(most, ranks.length));
      },
    ),
  );
});

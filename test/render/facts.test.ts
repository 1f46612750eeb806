import { expect, test } from 'vitest';
import { factLine, factList, flow, openFacts } from '../../src/render/facts.js';
import { inline } from '../../src/render/safe-text.js';
import { screen, testLook } from '../helpers/look.js';

test('facts stand below each other, long values go on below themselves', async () => {
  const facts = [
    [inline('memory'), inline('2.3 GB of 4.0 GB')],
    [inline('メモリ'), inline('a value that is too long for one line')],
  ] as const;
  expect(screen(factList(facts, await testLook({ width: 30 })))).toBe(`
memory  2.3 GB of 4.0 GB
メモリ  a value that is too
        long for one line
`);
});

test('facts stand beside each other as far as there is room', async () => {
  const facts = [
    [inline('a'), inline('1')],
    [inline('bb'), inline('22')],
    [inline('ccc'), inline('333')],
  ] as const;
  expect(screen(factLine(facts, await testLook({ width: 14 }), 2))).toBe(`
  a 1  bb 22
  ccc 333
`);
});

test('values of an open map speak the language of the user', async () => {
  const values = [
    { path: 'n', value: 192_850 },
    { path: 'ok', value: true },
    { path: 'none', value: null },
    { path: 'rate', value: '1250 kayıt/saniye' },
  ];
  expect(openFacts(values, await testLook())).toEqual([
    ['n', '192,850'],
    ['ok', 'yes'],
    ['none', '-'],
    ['rate', '1,250 records/s'],
  ]);
  expect(openFacts(values, await testLook({ language: 'tr' }))).toEqual([
    ['n', '192.850'],
    ['ok', 'evet'],
    ['none', '-'],
    ['rate', '1.250 kayıt/sn'],
  ]);
});

test('a part that is wider than a line is taken over several', () => {
  expect(flow([inline('short'), inline('much too long')], 6)).toEqual([
    'short',
    'much',
    'too',
    'long',
  ]);
});

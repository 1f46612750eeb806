import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarker } from '../../../src/server/runner/marker.js';

test('the markers of the manual', () => {
  expect(parseMarker('::jobtrack stage name="Data Loading" total=192850::')).toEqual([
    { type: 'stage', stageName: 'Data Loading', totalRecords: 192_850 },
  ]);
  expect(parseMarker('::jobtrack progress records=150243::')).toEqual([
    { type: 'progress', records: 150_243 },
  ]);
  expect(parseMarker('::jobtrack progress percent=78::')).toEqual([
    { type: 'progress', percent: 78 },
  ]);
  expect(parseMarker('::jobtrack milestone message="half of it"::')).toEqual([
    { type: 'milestone', message: 'half of it' },
  ]);
  expect(parseMarker('::jobtrack metric rows=12 ok=true name=a::')).toEqual([
    { type: 'metric', key: 'rows', value: 12 },
    { type: 'metric', key: 'ok', value: true },
    { type: 'metric', key: 'name', value: 'a' },
  ]);
});

test('a stage may end by itself, and progress may name its stage', () => {
  expect(parseMarker('::jobtrack stage name=Load state=failed::')).toEqual([
    { type: 'stage', stageName: 'Load', state: 'failed' },
  ]);
  expect(parseMarker('::jobtrack progress stage=Load records=1 total=2::')).toEqual([
    { type: 'progress', stageName: 'Load', records: 1, totalRecords: 2 },
  ]);
});

test.each([
  'text',
  '::jobtrack::',
  '::jobtrack stage::',
  '::jobtrack stage name=""::',
  '::jobtrack dance name=x::',
  '::jobtrack constructor name=x::',
  '::jobtrack progress percent=101::',
  '::jobtrack progress percent=abc::',
  '::jobtrack progress percent=::',
  '::jobtrack progress::',
  '::jobtrack stage name="never closed::',
  '::jobtrack stage name=a rest::',
  '::jobtrack stage name=x state=flying::',
  'echo ::jobtrack stage name=x::',
])('%j is no marker but a line', (line) => {
  expect(parseMarker(line)).toBeUndefined();
});

test('any text survives in quotes', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), (text) => {
      const quoted = text.replace(/["\\]/g, '\\$&');
      expect(parseMarker(`::jobtrack milestone message="${quoted}"::`)).toEqual([
        { type: 'milestone', message: text },
      ]);
    }),
  );
});

test('no line of any kind takes long or throws', () => {
  const unit = fc.constantFrom('::jobtrack ', 'stage', ' name=', '"', '\\', 'x', ' ', '::', '=');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
      parseMarker(units.join(''));
    }),
  );
  parseMarker(`::jobtrack stage ${'a="\\"'.repeat(20_000)}`);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levels } from '../../../src/contract/index.js';
import { levelOfLine } from '../../../src/server/runner/line-level.js';

test.each([
  'ERROR something broke',
  'ERROR: something broke',
  'ERROR:root:something broke',
  'Error: something broke',
  'error: something broke',
  'error[E0308]: mismatched types',
  'fatal: not a git repository',
  'FATAL out of memory',
  '[ERROR] something broke',
  '[error] something broke',
  '[main] [ERROR] something broke',
  'npm ERR! code ENOENT',
  'npm error code ENOENT',
  'TypeError: x is not a function',
  'java.lang.IllegalStateException: no',
  'Uncaught RangeError: no',
  'Traceback (most recent call last):',
  "thread 'main' panicked at src/main.rs:1",
  'panic: runtime error',
  'main.c:10:5: error: expected expression',
  'src/a.ts(3,5): error TS2322: Type',
  '2024-01-20 10:30:00,123 - app.loader - ERROR - something broke',
  '2024-01-20T10:30:00.000Z ERROR [main] something broke',
  '[2024-01-20T10:30:00Z ERROR app] something broke',
  '2024/01/20 10:30:00 [error] 12#0: something broke',
  '10:30:00.123 [main] ERROR app.Loader - something broke',
  'time="2024-01-20" level=error msg="something broke"',
  'ts=1 severity=CRITICAL msg=x',
  '<3>something broke',
  'E0120 10:30:00.000000 1 file.go:1] something broke',
  '##[error]something broke',
  '::error file=a.js::something broke',
  'HATA: bir şey bozuldu',
  'エラー: 失敗しました',
])('%j is an ERROR', (line) => {
  expect(levelOfLine(line)).toBe('ERROR');
});

test.each([
  'WARN low on memory',
  'Warning: low on memory',
  'warning: unused variable',
  '[warn] low on memory',
  'npm WARN deprecated',
  'npm warn deprecated',
  '2024-01-20 10:30:00 WARNING low on memory',
  'W0120 10:30:00.000000 1 file.go:1] low',
  '<4>low on memory',
  'level=warn msg=low',
  'Uyarı: bellek az',
  '警告: メモリ不足',
])('%j is a WARN', (line) => {
  expect(levelOfLine(line)).toBe('WARN');
});

test.each(['DEBUG details', 'debug: details', '[TRACE] details', 'level=debug msg=x', '<7>x'])(
  '%j is a DEBUG',
  (line) => {
    expect(levelOfLine(line)).toBe('DEBUG');
  },
);

test.each([
  '',
  'INFO all is well',
  'no errors found',
  '0 errors, 0 warnings',
  'error handling was improved',
  'Errors are counted below',
  'downloading error-pages.tar',
  'the word ERROR in the middle',
  '    at foo (error.js:1:1)',
  'I0120 10:30:00.000000 1 file.go:1] error count 0',
])('%j is an INFO', (line) => {
  expect(levelOfLine(line)).toBe('INFO');
});

test('every line has a level, and a long one is read as fast as a short one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (line) => {
      expect(levels.words).toContain(levelOfLine(line));
    }),
  );
  const startMs = performance.now();
  levelOfLine(`error ${'[a '.repeat(20_000)}`);
  levelOfLine(`2024-01-20 ${'error.'.repeat(10_000)}`);
  expect(performance.now() - startMs).toBeLessThan(1_000);
});

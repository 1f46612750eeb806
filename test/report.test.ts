import { expect, test } from 'vitest';
import { JobtrackError } from '../src/errors/index.js';
import { loadMessages } from '../src/i18n/load.js';
import { createTheme } from '../src/render/theme.js';
import { report } from '../src/report.js';

const style = {
  messages: await loadMessages('en'),
  theme: createTheme(0),
  json: false,
  verbose: false,
};

const notFound = new JobtrackError(
  'NOT_FOUND',
  { path: '/job', jobId: 'cc0e8400-e29b-41d4-a716-446655440000' },
  { status: 404, requestId: 'req-7' },
);

test('an error is told in one line, then what to do, then the request id', () => {
  expect(report(notFound, style)).toEqual({
    lines: [
      'error: there is no job cc0e8400-e29b-41d4-a716-446655440000 (404)',
      'Check the id, and url, tenant and project with: jobtrack config',
      'request id req-7',
    ],
    exitCode: 5,
  });
});

test('for a program it is one JSON object', () => {
  const { lines } = report(notFound, { ...style, json: true });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    error: {
      code: 'NOT_FOUND',
      message: 'there is no job cc0e8400-e29b-41d4-a716-446655440000 (404)',
      status: 404,
      requestId: 'req-7',
    },
  });
});

test('what is not known of an error is null, so that its form never changes', () => {
  const usage = new JobtrackError('MISSING_VALUE', { option: '--level' });
  expect(JSON.parse(report(usage, { ...style, json: true }).lines[0] ?? '')).toEqual({
    error: {
      code: 'MISSING_VALUE',
      message: '--level needs a value',
      status: null,
      requestId: null,
    },
  });
});

test('what a server says can not act on the terminal', () => {
  const error = new JobtrackError('REQUEST_REFUSED', {
    status: 400,
    detail: 'bad\u001b[2J\nlevel',
  });
  for (const line of report(error, style).lines) expect(line).not.toMatch(/[\u001b\n]/);
});

test('a mistake of the program says so, and shows its stack only with --verbose', () => {
  const mistake = new TypeError('x is not a function');
  const quiet = report(mistake, style);
  expect(quiet.exitCode).toBe(6);
  expect(quiet.lines[0]).toBe('error: jobtrack made a mistake: x is not a function');
  expect(quiet.lines.join('\n')).not.toContain('report.test.ts');
  expect(report(mistake, { ...style, verbose: true }).lines.join('\n')).toContain('report.test.ts');
});

import { expect, test } from 'vitest';
import type { LogEntry } from '../../src/contract/index.js';
import { createLogFilter, type LogFilter } from '../../src/domain/log-filter.js';

const entry = (fields: Partial<LogEntry>): LogEntry => ({
  timestamp: '2024-01-20T10:41:10Z',
  ...fields,
});

const matches = (fields: Partial<LogEntry>, filter: Partial<LogFilter>): boolean =>
  createLogFilter({ level: 'DEBUG', detailTexts: () => [], ...filter })(entry(fields));

test.each([
  ['ERROR', true],
  ['FATAL', true],
  ['WARNING', true],
  ['Uyarı', true],
  ['警告', true],
  ['INFO', false],
  ['Bilgi', false],
  ['Audit', false],
  [undefined, false],
])('level %s at the threshold WARN: %s', (level, isWanted) => {
  expect(matches({ level }, { level: 'WARN' })).toBe(isWanted);
});

test.each([
  [{ message: 'Memory limit exceeded' }, true],
  [{ component: 'MemoryGuard' }, true],
  [{ stage: 'Memory check' }, true],
  [{ message: 'memory' }, false],
  [{}, false],
])('grep looks at message, component and stage: %j is %s', (fields, isWanted) => {
  expect(matches(fields, { grep: /Memory/u })).toBe(isWanted);
});

test('grep and exclude look at the details as they are shown', () => {
  const detailTexts = () => ['memoryUsage="3.8 GB"', 'memoryUsage 3.8 GB'];
  expect(matches({}, { detailTexts, grep: /usage 3\.8/iu })).toBe(true);
  expect(matches({}, { detailTexts, grep: /^memoryUsage=/u })).toBe(true);
  expect(matches({}, { detailTexts, exclude: /3\.8 GB$/u })).toBe(false);
});

test('the beginning and end of a pattern are those of one text', () => {
  expect(matches({ message: 'Processing batch 1', component: 'Miner' }, { grep: /^Miner$/u })).toBe(
    true,
  );
  expect(matches({ message: 'Processing batch 1' }, { grep: /^batch/u })).toBe(false);
});

test('an entry that matches both grep and exclude is left out', () => {
  expect(matches({ message: 'batch 1 of 15' }, { grep: /batch/u, exclude: /of 15/u })).toBe(false);
});

test('components and stages are compared whole and without case', () => {
  const filter = { components: ['dataloader', 'Miner'], stages: ['DATA PROCESSING'] };
  expect(matches({ component: 'DataLoader', stage: 'Data Processing' }, filter)).toBe(true);
  expect(matches({ component: 'DataLoaders', stage: 'Data Processing' }, filter)).toBe(false);
  expect(matches({ component: 'DataLoader' }, filter)).toBe(false);
});

test('Turkish letters have no case either', () => {
  expect(matches({ stage: 'Veri İşleme' }, { stages: ['VERİ İŞLEME'] })).toBe(true);
  expect(matches({ stage: 'ÇIKTI' }, { stages: ['çıktı'] })).toBe(true);
});

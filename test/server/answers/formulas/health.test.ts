import { describe, expect, it } from 'vitest';
import {
  capacity,
  type HealthFacts,
  queueHealth,
  resourceAvailability,
} from '../../../../src/server/answers/formulas/health.js';

const facts = (fields: Partial<HealthFacts>): HealthFacts => ({
  readyJobs: 0,
  runningJobs: 2,
  longestWaitMs: 0,
  maxRunning: undefined,
  cpuPercent: 20,
  memoryPercent: 30,
  cores: 4,
  ...fields,
});

describe('the health of the queue', () => {
  it.each([
    ['Good', { readyJobs: 0 }],
    ['Good', { readyJobs: 2, longestWaitMs: 60_000 }],
    ['Medium', { readyJobs: 2, longestWaitMs: 300_000 }],
    ['Medium', { readyJobs: 3 }],
    ['Poor', { readyJobs: 7 }],
    ['Poor', { readyJobs: 1, longestWaitMs: 1_800_001 }],
  ])('is %s with %j', (rating, fields) => {
    expect(queueHealth(facts(fields))).toBe(rating);
  });
});

describe('what is free', () => {
  it.each([
    ['Good', { cpuPercent: 60, memoryPercent: 10 }],
    ['Medium', { cpuPercent: 61, memoryPercent: 10 }],
    ['Medium', { cpuPercent: 10, memoryPercent: 85 }],
    ['Poor', { cpuPercent: 10, memoryPercent: 86 }],
    ['Good', { cpuPercent: undefined, memoryPercent: 50 }],
  ])('is %s with %j', (rating, fields) => {
    expect(resourceAvailability(facts(fields))).toBe(rating);
  });

  it('is the free places where their number is limited', () => {
    expect(capacity(facts({ maxRunning: 8 }))).toBe(6);
    expect(capacity(facts({ maxRunning: 8, readyJobs: 2 }))).toBe(4);
    expect(capacity(facts({ maxRunning: 1 }))).toBe(0);
  });

  it('is the idle cores where it is not', () => {
    expect(capacity(facts({ cpuPercent: 45 }))).toBe(2);
    expect(capacity(facts({ cpuPercent: 100 }))).toBe(0);
    expect(capacity(facts({ cpuPercent: undefined }))).toBeUndefined();
  });
});

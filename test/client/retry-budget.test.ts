import { expect, test } from 'vitest';
import { createRetryBudget } from '../../src/client/retry-budget.js';

function spendAll(retries: number): number {
  const budget = createRetryBudget(retries);
  let spent = 0;
  while (budget.allows()) {
    budget.spend();
    spent += 1;
  }
  return spent;
}

test('a full budget pays for 10 retries', () => {
  expect(spendAll(2)).toBe(10);
});

test('a client that may try very often gets a budget for one call', () => {
  expect(spendAll(40)).toBe(40);
});

test('five good calls pay for one retry, and it never holds more than at the start', () => {
  const budget = createRetryBudget(2);
  budget.refund();
  for (let count = 0; count < 10; count += 1) budget.spend();
  for (let count = 0; count < 4; count += 1) budget.refund();
  expect(budget.allows()).toBe(false);
  budget.refund();
  expect(budget.allows()).toBe(true);
});

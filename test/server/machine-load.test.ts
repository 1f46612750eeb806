import { describe, expect, it } from 'vitest';
import { createMachineLoad, type Machine } from '../../src/server/machine-load.js';
import { createFakeClock } from '../helpers/fake-clock.js';

function createMachine(): { machine: Machine; work(idleMs: number, busyMs: number): void } {
  const times = { idleMs: 5_000, totalMs: 9_000 };
  const machine: Machine = {
    cpuTimes: () => ({ ...times }),
    totalMemoryBytes: () => 8e9,
    freeMemoryBytes: () => 2e9,
    cores: () => 2,
  };
  return {
    machine,
    work: (idleMs, busyMs) => {
      times.idleMs += idleMs;
      times.totalMs += idleMs + busyMs;
    },
  };
}

describe('the load of a machine', () => {
  it('is not known before it was measured over a second', () => {
    const clock = createFakeClock();
    const { machine, work } = createMachine();
    const load = createMachineLoad(clock, machine);
    work(500, 500);
    clock.advance(999);
    expect(load.cpuPercent()).toBeUndefined();
  });

  it('is the share of all cores that was busy since the look before', () => {
    const clock = createFakeClock();
    const { machine, work } = createMachine();
    const load = createMachineLoad(clock, machine);
    work(1_000, 3_000);
    clock.advance(2_000);
    expect(load.cpuPercent()).toBe(75);
    work(2_000, 0);
    clock.advance(1_000);
    expect(load.cpuPercent()).toBe(0);
  });

  it('stays as it was within a second, and while the counters stand still', () => {
    const clock = createFakeClock();
    const { machine, work } = createMachine();
    const load = createMachineLoad(clock, machine);
    work(1_000, 1_000);
    clock.advance(1_000);
    expect(load.cpuPercent()).toBe(50);
    work(0, 4_000);
    expect(load.cpuPercent()).toBe(50);
    const still = createMachineLoad(clock, createMachine().machine);
    clock.advance(5_000);
    expect(still.cpuPercent()).toBeUndefined();
  });

  it('knows the memory that is in use, and the cores', () => {
    const load = createMachineLoad(createFakeClock(), createMachine().machine);
    expect(load.memoryPercent()).toBe(75);
    expect(load.cores()).toBe(2);
  });

  it('can be measured of this machine', () => {
    const clock = createFakeClock();
    const load = createMachineLoad(clock);
    clock.advance(1_000);
    const shares = [load.memoryPercent(), load.cpuPercent() ?? 0];
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
    for (const share of shares) expect(share).toBeLessThanOrEqual(100);
    expect(load.cores()).toBeGreaterThanOrEqual(1);
  });
});

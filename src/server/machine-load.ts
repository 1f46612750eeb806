import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import type { Clock } from '../ports/clock.js';
import type { MachineLoad } from './ports.js';

/** What a machine tells of itself. */
export interface Machine {
  /** Milliseconds that all cores together have been idle, and that they have been counted, since the start. */
  cpuTimes(): { idleMs: number; totalMs: number };
  totalMemoryBytes(): number;
  freeMemoryBytes(): number;
  cores(): number;
}

/** This machine. */
const thisMachine: Machine = {
  cpuTimes: () => {
    let [idleMs, totalMs] = [0, 0];
    for (const { times } of cpus()) {
      idleMs += times.idle;
      totalMs += times.user + times.nice + times.sys + times.idle + times.irq;
    }
    return { idleMs, totalMs };
  },
  totalMemoryBytes: totalmem,
  freeMemoryBytes: freemem,
  cores: availableParallelism,
};

/** Over less time than this the counters of a machine say little. */
const SHORTEST_MS = 1_000;

/**
 * How busy a machine is. The processor's share is `1 − idle time ÷ all time` between two looks at its counters that
 * are at least a second apart; it is looked at when somebody asks, so the first answer after a long silence tells of
 * the time since. Memory is `1 − free ÷ total`.
 */
export function createMachineLoad(clock: Clock, machine: Machine = thisMachine): MachineLoad {
  let last = { ...machine.cpuTimes(), atMs: clock.now() };
  let cpuPercent: number | undefined;
  return {
    cpuPercent: () => {
      const nowMs = clock.now();
      if (Math.abs(nowMs - last.atMs) < SHORTEST_MS) return cpuPercent;
      const now = { ...machine.cpuTimes(), atMs: nowMs };
      cpuPercent = busyPercent(now.idleMs - last.idleMs, now.totalMs - last.totalMs) ?? cpuPercent;
      last = now;
      return cpuPercent;
    },
    memoryPercent: () => percent(1 - machine.freeMemoryBytes() / machine.totalMemoryBytes()),
    cores: () => machine.cores(),
  };
}

/** `undefined` when the counters stood still. */
const busyPercent = (idleMs: number, totalMs: number): number | undefined =>
  totalMs > 0 ? percent(1 - idleMs / totalMs) : undefined;

const percent = (share: number): number => Math.min(100, Math.max(0, share * 100));

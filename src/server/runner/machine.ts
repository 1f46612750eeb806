import { availableParallelism, totalmem } from 'node:os';

/** What this machine offers a job. */
export interface MachineFacts {
  cpuCores: number;
  /** What a container allows; left out where there is no limit below the machine's own memory. */
  memoryLimitBytes?: number;
}

export function machineFacts(): MachineFacts {
  const limit = process.constrainedMemory();
  const isLimited = limit !== undefined && limit > 0 && limit < totalmem();
  return { cpuCores: availableParallelism(), ...(isLimited ? { memoryLimitBytes: limit } : {}) };
}

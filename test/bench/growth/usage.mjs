// Loaded before the program: what it used is written down when it ends, since nobody outside can ask afterwards.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
  writeFileSync(process.env['JOBTRACK_GROWTH_USAGE'] ?? '', JSON.stringify(usage));
});

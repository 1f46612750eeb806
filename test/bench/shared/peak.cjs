// Loaded into a measured process with --require: it leaves the most memory that it ever had, in KiB, in a file.
const { readFileSync, writeFileSync } = require('node:fs');

/** Linux counts the memory of whoever started a process as the process's own in getrusage, and not in VmHWM. */
function peakKib() {
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kib !== undefined) return Number(kib);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}

process.on('exit', () => writeFileSync(process.env['BENCH_PEAK_FILE'] ?? '', String(peakKib())));

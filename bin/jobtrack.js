#!/usr/bin/env node
const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);

if (major * 1e6 + minor * 1e3 + patch < 20_018_001) {
  process.stderr.write(`jobtrack needs Node.js 20.18.1 or later; this is ${process.version}\n`);
  process.exitCode = 2;
} else {
  // Loaded only now: an older Node.js could not even read it.
  const { main } = await import('../dist/cli/main.js');
  process.exitCode = await main();
}

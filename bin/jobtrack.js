#!/usr/bin/env node
const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);

if (major * 1e6 + minor * 1e3 + patch < 20_018_001) {
  process.stderr.write(`jobtrack needs Node.js 20.18.1 or later; this is ${process.version}\n`);
  process.exitCode = 2;
} else if (process.argv.length === 3 && /^(?:-V|--version)$/.test(process.argv[2])) {
  // Scripts ask this of every tool. The whole program would answer the same, in 1.3 times a bare node instead of 1.1.
  process.stdout.on('error', () => {});
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  // The stack of an error in terms of the sources. To read the maps takes time, and nobody else sees a stack.
  const isVerbose = process.argv.some((word) => word === '-v' || word === '--verbose');
  if (isVerbose) process.setSourceMapsEnabled(true);
  // What ends without a word from main has not ended well.
  process.exitCode = 6;
  // Loaded only now: an older Node.js could not even read it.
  const { main } = require('../dist/cli/main.cjs');
  main().then((exitCode) => {
    process.exitCode = exitCode;
  });
}

// Runs a program on the terminal it was started on, as a shell would, and tells on its last line how that ended:
// by which signal, and whether the terminal is set as it was before. Usage: signal-parent.mjs <program> [args…]
import { spawn, spawnSync } from 'node:child_process';

const settings = () =>
  spawnSync('stty', ['-g'], { stdio: ['inherit', 'pipe', 'inherit'] }).stdout.toString();

// The terminal's own Ctrl-C goes to everybody in front of it; only the program is to die of it.
for (const signal of ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM']) process.on(signal, () => {});

const before = settings();
const child = spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit' });
process.stdout.write(`pid=${child.pid};\r\n`);
child.once('exit', (code, signal) => {
  const restored = settings() === before;
  process.stdout.write(`\r\nended=${JSON.stringify({ code, signal, restored })};\r\n`);
  process.exit(0);
});

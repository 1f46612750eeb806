/** Sends a signal to a command and all that it started in its process group; to one that has gone, nothing. */
export function sendToGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    // Windows has no process groups.
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Gone already, or it has become another user: nothing that we could do.
  }
}

import { spawn } from 'node:child_process';

/** Ends a command when whoever runs it is gone without having ended it. */
export interface Watchdog {
  /** From now on, this session is watched. */
  watch(session: number): void;
  /** The command has ended: there is nothing to watch any more. */
  dismiss(): void;
}

/** The variable that every process of a run has in its environment, also one that made a session of its own. */
export const RUN_VARIABLE = 'JOBTRACK_RUN';

/*
 * A process can't do anything when it is killed, so somebody else has to notice: a shell that reads from a pipe whose
 * other end only we hold. It reads the session first, then a word from us; the pipe's end in place of that word, or of
 * both when we were killed while the command started, means that we are gone. Then it ends everything in that session, and everything that carries the run's mark (as Jenkins'
 * ProcessTreeKiller does), first with SIGTERM, after three seconds with SIGKILL.
 */
const SCRIPT = `
trap '' HUP INT TERM QUIT PIPE
read -r session
[ "$session" = done ] && exit 0
read -r word && exit 0
marked() {
  grep -l -s -a -F "$1" /proc/[0-9]*/environ 2>/dev/null | while IFS=/ read -r _ _ pid _; do echo "$pid"; done
}
members() {
  for file in /proc/[0-9]*/stat; do
    { read -r line < "$file"; } 2>/dev/null || continue
    pid=\${line%% *}
    set -- \${line##*) }
    [ "$4" = "$session" ] && [ "$1" != Z ] && echo "$pid"
  done
}
end() {
  kill -s "$1" -- "-$session" 2>/dev/null
  for pid in $(members) $(marked "$mark"); do
    [ "$pid" = "$$" ] || kill -s "$1" "$pid" 2>/dev/null
  done
}
mark=$1
end TERM
sleep 1; sleep 1; sleep 1
end KILL
sleep 1
end KILL
`;

/** Starts a watchdog, which costs a shell that sleeps. Where there is none, nothing is watched. */
export function startWatchdog(mark: string): Watchdog {
  const none: Watchdog = { watch: () => {}, dismiss: () => {} };
  if (process.platform === 'win32') return none;
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'jobtrack-watchdog', `${RUN_VARIABLE}=${mark}`], {
    // Its own session, so that a Ctrl-C or a closed window does not reach it; its own environment, without the mark.
    detached: true,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const { stdin } = shell;
  shell.on('error', () => {});
  stdin.on('error', () => {});
  shell.unref();
  return {
    watch: (session) => void stdin.write(`${session}\n`),
    dismiss: () => void stdin.end('done\n'),
  };
}

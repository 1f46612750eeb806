import type { WatchCommandMessages } from '../areas/watch-command.js';

export const watchCommand: WatchCommandMessages = {
  summary: 'Watch jobs live until they are done; exits with their result',
  jobIds: 'the jobs (GUIDs); may be left out where JOBTRACK_JOB or the settings name one',
  flags: {
    interval: 'how often to look, such as 500ms or 5s; at least 250ms',
    timeout: 'stop watching after this long, with exit code 124; the jobs go on',
    until: 'when several jobs are done: all of them, any of them, or the first that fails',
    failFast: 'end as soon as a job has failed or was cancelled',
    logs: 'follow log entries at this level and above; of several jobs only if given',
    waitForStart: 'wait this long for a job that is not there yet',
    mode: 'paint in place (tty), print a line a change (plain), or what fits the output (auto)',
    fullscreen: 'paint on the whole screen; the last frame stays when it ends',
    bell: 'ring the terminal’s bell at the end',
  },
  examples: {
    one: 'Watch one job',
    several: 'In CI: end with the first job that fails, give up after two hours',
    script: 'Wait up to a minute for a job to appear, then print how it ended',
  },
};

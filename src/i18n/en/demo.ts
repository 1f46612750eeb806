import type { DemoMessages } from '../areas/demo.js';

export const demo: DemoMessages = {
  summary: 'See jobtrack at work: a real job over files of this machine, nothing to set up',
  examples: { plain: 'About half a minute; nothing is left behind' },
  intro: 'A real job reads files of this machine; every figure is measured.',
  jobName: 'Find equal files',
  outro: 'That was a server, a job and a view in one. Now with your own:',
  next: {
    serve: 'serve the API on this machine',
    run: 'run any command as a tracked job',
    watch: 'watch it live, to its end',
    help: 'see everything else',
  },
};

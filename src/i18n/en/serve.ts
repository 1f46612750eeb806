import type { ServeMessages } from '../areas/serve.js';

export const serve: ServeMessages = {
  summary: 'Serve the job tracking API on this machine, for jobs started with jobtrack run',
  flags: {
    host: 'the address to listen on',
    port: 'the port to listen on; 0 takes a free one',
    db: 'the database file; made when it is not there',
    maxRunning: 'how many jobs may run at once; more wait in a queue',
    insecure:
      'listen beyond this machine, over plain http: whoever can read the network can take the token',
    loopbackWebhooks:
      'let webhooks call addresses of this machine, also when others can reach the server',
  },
  examples: {
    plain: 'Serve in one terminal, run and watch jobs in others',
    queue: 'Two jobs at a time',
    script: 'From a script: one line of JSON when it is ready',
  },
  listening: 'Listening',
  tenant: 'Tenant',
  project: 'Project',
  database: 'Database',
  state: 'State file',
  next: (command) => `In another terminal: ${command}`,
  stop: 'Ctrl-C stops it; jobs are kept.',
  stateElsewhere: (file) =>
    `Another server is running; commands find that one. To use this one, read ${file}`,
  exposed: 'This server can be reached from other machines, over plain http.',
  loopbackWebhooks: 'Webhooks may call addresses of this machine; never of a private network.',
  stopping: 'stopping',
};

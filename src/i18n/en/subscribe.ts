import type { SubscribeMessages } from '../areas/subscribe.js';

export const subscribe: SubscribeMessages = {
  summary: "Print a job's events as they happen, or have them sent to a webhook",
  flags: {
    websocket: 'Print events as they come over a socket (what happens without --webhook)',
    webhook: 'Have events sent to this address instead',
    authTokenFile: 'File with a token that the webhook is to bring; - reads standard input',
    secretFile:
      'File with the secret that the webhook is signed with; made when missing (default for this machine: your own, which listen uses too)',
    events: (all) => `Only these events, with commas between: ${all}`,
    minProgress: 'Percentage points between two progress events',
    includeDebug: 'Debug entries of the log, too',
    noNotifyErrors: 'No errors, unless --events names them',
    list: "Show the job's subscriptions",
    remove: 'Take a subscription away',
  },
  examples: {
    follow: 'Print what happens until the job ends, and end as it does',
    pipe: 'Hand some events to another program',
    webhook: 'Have them sent to jobtrack listen',
  },
  subscription: 'Subscription',
  job: 'Job',
  status: 'Status',
  sentTo: 'Sent to',
  events: 'Events',
  created: 'Created',
  expires: 'Expires',
  none: 'The job has no subscriptions.',
  removed: (id) => `Subscription ${id} is taken away.`,
  unsigned: (flag) =>
    `The server signs with a secret that nobody learns. To check what it sends, subscribe with ${flag}.`,
  debug: 'Debug',
  connected: 'Waiting for events. Ctrl-C stops it; the job goes on.',
  again: 'Events come again; none was missed.',
  lost: (reason, wait) => `No events: ${reason}. Next try in ${wait}.`,
  noSocket: (reason) => `No socket of events: ${reason}. Asking again and again instead.`,
  reasons: {
    'not-offered': 'this server offers none',
    elsewhere: 'it is on another host, where the token is not sent',
    refused: 'this server does not open it',
    proxy: 'a proxy is in between',
    'not-understood': 'what comes over it is no event',
  },
  endUnknown: 'No more events come, and how the job ended could not be learnt.',
};

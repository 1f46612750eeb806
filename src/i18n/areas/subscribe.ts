/** The words of `jobtrack subscribe`. */
export interface SubscribeMessages {
  summary: string;
  flags: {
    websocket: string;
    webhook: string;
    authTokenFile: string;
    secretFile: string;
    events: (all: string) => string;
    minProgress: string;
    includeDebug: string;
    noNotifyErrors: string;
    list: string;
    remove: string;
  };
  examples: { follow: string; pipe: string; webhook: string };
  subscription: string;
  job: string;
  status: string;
  sentTo: string;
  events: string;
  created: string;
  expires: string;
  /** The job has no subscription. */
  none: string;
  removed: (subscriptionId: string) => string;
  /** Nobody can check what will be sent. */
  unsigned: (flag: string) => string;
  /** What an event of a DEBUG entry is called. */
  debug: string;
  /** Events are printed from now on. */
  connected: string;
  /** Events come again after they did not. */
  again: string;
  lost: (reason: string, wait: string) => string;
  noSocket: (reason: string) => string;
  reasons: Record<'not-offered' | 'elsewhere' | 'refused' | 'proxy' | 'not-understood', string>;
  /** Nothing more comes, and nobody says how the job ended. */
  endUnknown: string;
}

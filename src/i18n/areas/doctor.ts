/** What the doctor looks at. */
type Name = 'settings' | 'dns' | 'connect' | 'tls' | 'token' | 'request' | 'clock';

/** The words of `jobtrack doctor`. What ends in `Todo` says what to do. */
export interface DoctorMessages {
  /** One line for the list of commands. */
  summary: string;
  examples: { all: string; url: string; failed: string };
  /** In front of each line. */
  names: Record<Name, string>;
  /** In place of a sign where the output is no terminal. */
  states: Record<'ok' | 'warning' | 'failed' | 'skipped', string>;
  /** A check did not run, because that one failed. */
  notReached: (failed: Name) => string;
  /** A proxy's host, and the host it is used for. */
  proxy: (proxy: string, host: string) => string;
  addresses: (host: string, addresses: string) => string;
  /** The host is given by its address already. */
  isAddress: (host: string) => string;
  noAddress: (host: string, reason: string) => string;
  dnsTodo: string;
  connected: (address: string, port: number) => string;
  notConnected: (host: string, port: number, reason: string) => string;
  refusedTodo: (port: number) => string;
  unreachableTodo: string;
  /** `until` is a date. */
  secure: (protocol: string, until: string) => string;
  notSecure: (reason: string) => string;
  noTls: string;
  noTlsTodo: string;
  tlsInTunnel: string;
  tlsTodo: string;
  certificateSoonTodo: string;
  certificateExpiredTodo: string;
  certificateHostTodo: string;
  certificateIssuerTodo: string;
  tokenAccepted: string;
  tokenNotNeeded: string;
  answered: (path: string) => string;
  clockAgrees: (apart: string) => string;
  clockAhead: (apart: string) => string;
  clockBehind: (apart: string) => string;
  clockUnknown: string;
  clockTodo: string;
}

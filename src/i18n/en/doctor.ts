import type { DoctorMessages } from '../areas/doctor.js';

const names: DoctorMessages['names'] = {
  settings: 'settings',
  dns: 'DNS',
  connect: 'connection',
  tls: 'TLS',
  token: 'token',
  request: 'request',
  clock: 'clock',
};

export const doctor: DoctorMessages = {
  summary: 'Find out why jobtrack does not work here',
  examples: {
    all: 'Check settings, network, token and clock, and say what to do',
    url: 'Check another address',
    failed: 'Only what failed, for a program',
  },
  names,
  states: { ok: 'ok', warning: 'warning', failed: 'failed', skipped: 'skipped' },
  notReached: (failed) => `not checked: ${names[failed]} failed`,
  proxy: (proxy, host) => `${proxy} (proxy for ${host})`,
  addresses: (host, addresses) => `${host} is ${addresses}`,
  isAddress: (host) => `${host} is an address; no lookup needed`,
  noAddress: (host, reason) => `can't find ${host}: ${reason}`,
  dnsTodo: 'Check how the host is spelled, and your DNS or VPN.',
  connected: (address, port) => `${address}, port ${port}`,
  notConnected: (host, port, reason) => `can't connect to ${host}, port ${port}: ${reason}`,
  refusedTodo: (port) =>
    `Nothing listens on port ${port} there: check the port, or start the server.`,
  unreachableTodo: 'Check your network, VPN and firewall.',
  secure: (protocol, until) => `${protocol}, certificate good until ${until}`,
  notSecure: (reason) => `no secure connection: ${reason}`,
  noTls: 'not used: the url is http',
  noTlsTodo: 'The token can be read on its way. Use an https url.',
  tlsInTunnel: 'inside the tunnel of the proxy; the request checks it',
  tlsTodo: 'Check the port: it may not speak TLS.',
  certificateSoonTodo: 'The certificate ends soon. Tell the operator of the server.',
  certificateExpiredTodo:
    "The certificate has ended. Check this machine's clock, or tell the operator.",
  certificateHostTodo: 'The certificate is for another host. Check the url.',
  certificateIssuerTodo:
    'Its issuer is unknown here. Set NODE_EXTRA_CA_CERTS to the file of your CA.',
  tokenAccepted: 'accepted',
  tokenNotNeeded: 'none is set, and none was asked for',
  answered: (path) => `${path} answered`,
  clockAgrees: (apart) => `${apart} apart from the server`,
  clockAhead: (apart) => `this machine is ${apart} ahead of the server`,
  clockBehind: (apart) => `this machine is ${apart} behind the server`,
  clockUnknown: 'not checked: the server does not tell its time',
  clockTodo: "Set this machine's clock from the network; --since and --until depend on it.",
};

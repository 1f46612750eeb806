import type { ListenMessages } from '../areas/listen.js';

export const listen: ListenMessages = {
  summary: 'Receive webhooks on this machine: check, print, forward, run something',
  flags: {
    port: 'Port to listen on; 0 takes a free one',
    secretFile:
      'File with the secret that webhooks are signed with, a line each; made when missing (default: your own, which subscribe uses too)',
    forwardTo: 'Send each event on to this address, as it came',
    exec: 'Run a program for each event, without a shell; the event is its standard input',
  },
  examples: {
    plain: 'Print what arrives',
    forward: 'Try out your own receiver',
    exec: 'Hand each event to a program',
  },
  listening: (url) => `Listening for webhooks on ${url}`,
  next: (command) => `Have events sent here: ${command}`,
  notBrought: (where, reason) =>
    `The event could not be brought to ${where}: ${reason}. Its sender was told to try again.`,
};

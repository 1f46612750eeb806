import { createHook } from 'node:async_hooks';
import { onTestFinished } from 'vitest';

/** Connections that this process has asked its system to open: what a firewall would see as the first packet of each. */
export interface Connections {
  readonly opened: number;
}

/** Counts from now on, until the test ends. */
export function countConnections(): Connections {
  let opened = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'TCPCONNECTWRAP' || type === 'PIPECONNECTWRAP') opened += 1;
    },
  }).enable();
  onTestFinished(() => void hook.disable());
  return {
    get opened() {
      return opened;
    },
  };
}

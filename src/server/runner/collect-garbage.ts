import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much may pass before it is time to tidy up. */
const EVERY_BYTES = 16 * 1_048_576;

/**
 * Counts bytes that pass through, and has their memory freed now and then. V8 by itself waits until 64 MiB outside
 * of its heap have piled up, which is all that a run may take; a collection of so small a heap takes milliseconds.
 */
export function createGarbageCollector(): (bytes: number) => void {
  let passed = 0;
  let collect: (() => void) | undefined;
  return (bytes) => {
    passed += bytes;
    if (passed < EVERY_BYTES) return;
    passed = 0;
    collect ??= findCollector();
    collect();
  };
}

function findCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

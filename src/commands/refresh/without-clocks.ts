/** What an answer says of the time it was made at, and what follows from that alone. */
const CLOCKS: ReadonlySet<string> = new Set([
  'trackingTime',
  'currentTime',
  'metricsCollectionTime',
  'elapsedTime',
  'estimatedRemaining',
]);

/** A body as a text that is the same as long as nothing in it changes but its clocks. */
export const withoutClocks = (body: unknown): string =>
  JSON.stringify(body, (key, value: unknown) => (CLOCKS.has(key) ? undefined : value));

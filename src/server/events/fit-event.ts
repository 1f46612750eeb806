import type { SubscriptionEvent } from '../../contract/index.js';

/** An event as JSON is shorter than this, in bytes: what Standard Webhooks asks of a payload. */
export const EVENT_BYTES_MAX = 20_000;

/** What is left of a value that is too long: characters of a text, members of a list or map, levels of nesting. */
interface Measure {
  characters: number;
  members: number;
  levels: number;
}

/** Tried one after another. The last one leaves the shortest texts of the outermost level. */
const MEASURES: readonly Measure[] = [
  { characters: 8_000, members: 100, levels: 6 },
  { characters: 1_000, members: 50, levels: 4 },
  { characters: 100, members: 10, levels: 2 },
];

/**
 * The same event, if it is short enough; else one with its `data` cut until it is. An event that was cut says so by
 * `truncated: true`, and each text of it that was by `…` at its end; the whole is in the job's log and timeline.
 */
export function fitEvent(event: SubscriptionEvent): SubscriptionEvent {
  if (isShort(event)) return event;
  for (const measure of MEASURES) {
    const cut = { ...event, data: cutMap(event.data ?? {}, measure), truncated: true };
    if (isShort(cut)) return cut;
  }
  return { ...event, data: {}, truncated: true };
}

const isShort = (event: SubscriptionEvent): boolean =>
  Buffer.byteLength(JSON.stringify(event)) < EVENT_BYTES_MAX;

function cutValue(value: unknown, measure: Measure): unknown {
  if (typeof value === 'string') return cutText(value, measure.characters);
  if (typeof value !== 'object' || value === null) return value;
  if (measure.levels === 0) return '…';
  const inner = { ...measure, levels: measure.levels - 1 };
  if (Array.isArray(value))
    return value.slice(0, measure.members).map((one) => cutValue(one, inner));
  return cutMap(value, inner);
}

const cutMap = (map: object, measure: Measure): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(map)
      .slice(0, measure.members)
      .map(([key, value]) => [cutText(key, measure.characters), cutValue(value, measure)]),
  );

/** Never cut in the middle of a character that takes two places. */
function cutText(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

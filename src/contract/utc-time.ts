const TIME =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(Z|[ +-]\d{2}:?\d{2})?)?$/i;

/**
 * A time in ISO 8601 as UTC with milliseconds; `undefined` for what is none. Without a zone it is UTC. A space before
 * an offset stands for the + that a query loses when it was not escaped.
 */
export function toUtc(text: string): string | undefined {
  const found = TIME.exec(text.trim());
  if (found === null || !isDay(found[0].slice(0, 10))) return undefined;
  const [whole, zone = whole.length > 10 ? 'Z' : ''] = found;
  const local = found[1] === undefined ? whole : whole.slice(0, -found[1].length);
  const ms = Date.parse(
    `${local.replace(' ', 'T')}${zone.replace(' ', '+')}`.toUpperCase().replace(',', '.'),
  );
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** Whether the calendar has this day: `Date.parse` takes 31 February for 2 March. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** A part of the screen that asks for rows. It may ask several times: for what it must have, and later for more. */
export type Claim<Part extends string> = readonly [part: Part, rows: number];

/** How many rows each part has. */
export type RowPlan<Part extends string> = Readonly<Record<Part, number>>;

/**
 * Shares rows out: each claim takes what it asks for, as far as there is something left, the first ones first. So no
 * part loses a row when the screen grows, and a part that asks for less leaves the rest to those behind it.
 */
export function shareRows<Part extends string>(
  rows: number,
  claims: readonly Claim<Part>[],
): RowPlan<Part> {
  const plan: Record<string, number> = {};
  let left = Math.max(0, Math.floor(rows));
  for (const [part, asked] of claims) {
    const given = Math.min(left, Math.max(0, asked));
    plan[part] = (plan[part] ?? 0) + given;
    left -= given;
  }
  return plan as Record<Part, number>;
}

/** Shares rows between parts that count the same: a row to each in turn, until it has what it asks for. */
export function shareEvenly(rows: number, asked: readonly number[]): number[] {
  const given = asked.map(() => 0);
  let left = Math.max(0, Math.floor(rows));
  while (left > 0) {
    const open = asked.flatMap((most, index) => ((given[index] ?? 0) < most ? [index] : []));
    if (open.length === 0) break;
    for (const index of open.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
    left -= Math.min(left, open.length);
  }
  return given;
}

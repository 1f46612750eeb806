/**
 * Measures two things in turn, so that whatever else the machine does happens to both, and answers their medians. The
 * first pair warms up and does not count.
 *
 * @param {number} rounds
 * @param {() => number | Promise<number>} measureFloor
 * @param {() => number | Promise<number>} measureOurs
 */
export async function inTurn(rounds, measureFloor, measureOurs) {
  const floors = [];
  const ours = [];
  for (let round = 0; round <= rounds; round += 1) {
    floors.push(await measureFloor());
    ours.push(await measureOurs());
  }
  return { floor: median(floors.slice(1)), ours: median(ours.slice(1)) };
}

/**
 * The middle of some numbers; of an even count the mean of the two.
 *
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}

import { flow } from '../../render/facts.js';
import { type SafeText, safe } from '../../render/safe-text.js';
import { pad, width } from '../../render/width.js';

const present = (parts: readonly SafeText[]): SafeText[] => parts.filter((part) => part !== '');

/** A head and what belongs to it on its right, in as many lines as that needs. */
export function beside(head: SafeText, parts: readonly SafeText[], columns: number): SafeText[] {
  const indent = width(head) + 2;
  const [first, ...others] = flow(present(parts), columns - indent);
  if (first === undefined) return [head];
  return [safe`${head}  ${first}`, ...others.map((line) => safe`${pad(safe``, indent)}${line}`)];
}

/** A head and what belongs to it below, two columns in. */
export function below(
  head: readonly SafeText[],
  parts: readonly SafeText[],
  columns: number,
): SafeText[] {
  const lines = flow(present(parts), Math.max(8, columns - 2));
  return [...head, ...lines.map((line) => safe`  ${line}`)];
}

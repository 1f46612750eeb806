import { join, type SafeText } from './safe-text.js';
import type { Symbols } from './symbols.js';

/** What is needed of a line to draw the branches before it. */
export interface TreeLine {
  /** 0 for the children of the root. */
  depth: number;
  /** No brother follows it. */
  isLast: boolean;
  hasChildren: boolean;
}

/** The branches before a line, and before what belongs to it on the next line. */
export interface TreeGuides {
  own: SafeText;
  below: SafeText;
}

/** How a tree is drawn. */
export interface TreeManner {
  /** `down`: the root is above its children; `up`: the lines are to be shown in reverse, the root at the bottom. */
  direction: 'down' | 'up';
  /** Branches of more levels than this are not drawn further to the right. */
  levels: number;
}

/** The branches of lines that stand in the order in which a tree is walked, each parent before its children. */
export function treeGuides(
  lines: readonly TreeLine[],
  manner: TreeManner,
  symbols: Symbols,
): TreeGuides[] {
  const trunks: SafeText[] = [];
  return lines.map((line) => {
    const left = join(trunks.slice(0, Math.min(line.depth, manner.levels)));
    const trunk = line.isLast ? symbols.gap : symbols.trunk;
    if (line.depth < manner.levels) trunks[line.depth] = trunk;
    return {
      own: join([left, branchOf(line, manner, symbols)]),
      below: belowOf(line, left, trunk, manner, symbols),
    };
  });
}

function branchOf({ isLast }: TreeLine, { direction }: TreeManner, symbols: Symbols): SafeText {
  if (!isLast) return symbols.branch;
  return direction === 'down' ? symbols.lastBranch : symbols.firstBranch;
}

/** Drawn upwards, the way to the parent goes on below a line; drawn downwards, the ways to its brothers and children do. */
function belowOf(
  line: TreeLine,
  left: SafeText,
  trunk: SafeText,
  { direction }: TreeManner,
  symbols: Symbols,
): SafeText {
  if (direction === 'up') return join([left, symbols.trunk, symbols.gap]);
  return join([left, trunk, line.hasChildren ? symbols.trunk : symbols.gap]);
}

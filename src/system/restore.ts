/** What was done to the terminal and is not yet undone. */
const undoings = new Set<() => void>();

/**
 * Notes how to undo what is being done to the terminal. The returned function undoes it, at most once.
 * Whatever is left is undone when the program ends, in whichever way, before anything else can go wrong.
 */
export function undoable(undo: () => void): () => void {
  undoings.add(undo);
  return () => {
    if (undoings.delete(undo)) undo();
  };
}

/** Puts the terminal back as it was found, at once: nothing waits for a promise when a process dies. */
export function restoreTerminal(): void {
  for (const undo of undoings) {
    undoings.delete(undo);
    undo();
  }
}

import type { CompletionMessages } from '../areas/completion.js';

export const completion: CompletionMessages = {
  summary: 'Print a script that completes jobtrack in a shell',
  shell: 'the shell: bash, zsh, fish or powershell',
  install: (shell) => `Install it for ${shell}; it works in the next shell you open`,
  head: (shell) => `Completes jobtrack in ${shell}. Install with:`,
};

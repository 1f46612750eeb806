import type { CompletionMessages } from '../areas/completion.js';

export const completion: CompletionMessages = {
  summary: 'Kabukta jobtrack için otomatik tamamlama betiği yazar',
  shell: 'kabuk: bash, zsh, fish veya powershell',
  install: (shell) => `${shell} için kurar; yeni açılan kabukta çalışır`,
  head: (shell) => `${shell} için jobtrack otomatik tamamlaması. Kurmak için:`,
};

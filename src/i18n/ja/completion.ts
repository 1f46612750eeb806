import type { CompletionMessages } from '../areas/completion.js';

export const completion: CompletionMessages = {
  summary: 'シェルで jobtrack を補完するスクリプトを出力します',
  shell: 'シェル: bash、zsh、fish、powershell',
  install: (shell) => `${shell} に組み込みます（次に開くシェルから有効）`,
  head: (shell) => `${shell} 用の jobtrack 補完。組み込み方:`,
};

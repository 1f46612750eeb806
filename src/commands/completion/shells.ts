/** The shells that jobtrack completes words in. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** What a user types to install a shell's script for good. */
export const installLines: Record<Shell, string> = {
  bash: 'jobtrack completion bash >> ~/.bashrc',
  zsh: 'jobtrack completion zsh >> ~/.zshrc',
  fish: 'jobtrack completion fish > ~/.config/fish/completions/jobtrack.fish',
  powershell: 'jobtrack completion powershell | Add-Content $PROFILE',
};

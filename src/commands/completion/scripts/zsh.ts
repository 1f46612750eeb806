/** Works as a part of `.zshrc`, and as a file `_jobtrack` in a folder of `fpath`. */
export const zsh = `_jobtrack() {
  (( $+commands[jobtrack] )) || return 1
  local value description
  local -i found=1
  local -a described
  while IFS=$'\\t' read -r value description; do
    if [[ $value == :files ]]; then
      compset -P '--[^=]##='
      _files && found=0
    else
      described+=("\${value//:/\\\\:}\${description:+:$description}")
    fi
  done < <(jobtrack __complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)
  if (( $#described )); then
    _describe -V jobtrack described -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' && found=0
  fi
  return found
}
if [[ $funcstack[1] == _jobtrack ]]; then
  _jobtrack "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _jobtrack jobtrack
fi
`;

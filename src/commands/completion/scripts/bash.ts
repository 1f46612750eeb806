/** For bash 3.2 and later: macOS never got a newer one. Words may hold quotes; bash cuts them at `=` and `:`. */
export const bash = `_jobtrack() {
  COMPREPLY=()
  type -P jobtrack >/dev/null || return 0
  local line=\${COMP_LINE:0:COMP_POINT} words=() last=-1 index piece
  for ((index = 0; index <= COMP_CWORD; index++)); do
    piece=\${COMP_WORDS[index]}
    if ((index == 0)) || [[ $line == [[:space:]]* ]]; then
      last=$((last + 1))
      words[last]=''
    fi
    line=\${line#"\${line%%[![:space:]]*}"}
    if ((index == COMP_CWORD)); then piece=$line; fi
    words[last]+=$piece
    line=\${line#*"$piece"}
  done
  local typed=\${words[last]} head='' breaks=\${COMP_WORDBREAKS//[^=:]/} value description
  words=("\${words[@]//[\\"\\'\\\\]/}")
  if [[ -n $breaks ]]; then head=\${typed%"\${typed##*[$breaks]}"}; fi
  while IFS=$'\\t' read -r value description; do
    if [[ $value == :files ]]; then
      compopt -o default 2>/dev/null
      continue
    fi
    value=\${value#"$head"}
    if [[ $typed != *[\\"\\']* ]]; then printf -v value %q "$value"; fi
    COMPREPLY+=("$value")
  done < <(jobtrack __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -o nosort -F _jobtrack jobtrack 2>/dev/null || complete -F _jobtrack jobtrack
`;

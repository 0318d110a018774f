_keyturn() {
  emulate -L zsh
  setopt extended_glob
  local at=${words[(i)--]} line
  local -a candidates shown
  # The words after "exec ... --" are another command's.
  if [[ $words[2] == exec ]] && (( at < CURRENT )); then
    words=("${(@)words[at+1,-1]}")
    (( CURRENT -= at ))
    _normal
    return
  fi
  for line in "${(@f)$(__keyturn_candidates "${(@)words[2,CURRENT-1]}" "$PREFIX")}"; do
    if [[ $line == %files ]]; then
      compset -P '--*='
      _files
      return
    fi
    [[ -n $line ]] || continue
    candidates+=("${line%%$'\t'*}")
    shown+=("${(r:20:)line%%$'\t'*}  ${line#*$'\t'}")
    [[ $line == *$'\t'?* ]] || shown[-1]=$candidates[-1]
  done
  compset -P '--*='
  if (( ${#${(M)shown:#*  *}} )); then
    compadd -l -d shown -a candidates
  else
    compadd -a candidates
  fi
}

if [[ ${funcstack[1]-} == _keyturn ]]; then
  # A folder of functions has loaded this file, for the first completion.
  _keyturn "$@"
elif (( ${+functions[compdef]} )); then
  compdef _keyturn keyturn
fi

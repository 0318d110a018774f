# Adds the lines of stdin that begin with $1 to the candidates, quoted for the command line. If Bash only lists them,
# their descriptions are shown too.
__keyturn_offer() {
  local line word text
  while IFS= read -r line; do
    word=${line%%$'\t'*}
    text=${line#"$word"}
    text=${text#$'\t'}
    if [ "$word" = %files ]; then
      __keyturn_offer "$1" < <(compgen -f -- "$1")
      continue
    fi
    case $word in
      "$1"*)
        if [ "${COMP_TYPE-}" = 63 ] && [ -n "$text" ]; then
          printf -v line '%-20s  %s' "$word" "$text"
        else
          printf -v line %q "$word"
        fi
        COMPREPLY+=("$line")
        ;;
    esac
  done
}

# The words after "exec ... --" are another command's: $1 is where they begin.
__keyturn_complete_wrapped() {
  local specification function command=${COMP_WORDS[$1]}
  if declare -F _comp_command_offset >/dev/null; then
    _comp_command_offset "$1"
  elif declare -F _command_offset >/dev/null; then
    _command_offset "$1"
  elif [ "$COMP_CWORD" -eq "$1" ]; then
    __keyturn_offer "$command" < <(compgen -c -- "$command")
  elif specification=$(complete -p -- "$command" 2>/dev/null) && [[ $specification == *' -F '* ]]; then
    function=${specification#* -F }
    COMP_WORDS=("${COMP_WORDS[@]:$1}")
    COMP_CWORD=$((COMP_CWORD - $1))
    "${function%% *}" "$command" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
  else
    __keyturn_offer "${COMP_WORDS[COMP_CWORD]}" < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
  fi
}

__keyturn_complete() {
  local current=${COMP_WORDS[COMP_CWORD]} at last IFS=$' \t\n'
  local -a words=()
  COMPREPLY=()
  if [ "${COMP_WORDS[1]}" = exec ]; then
    for ((at = 2; at < COMP_CWORD; at++)); do
      if [ "${COMP_WORDS[at]}" = -- ]; then
        __keyturn_complete_wrapped "$((at + 1))"
        return
      fi
    done
  fi
  # Bash takes "--output=json" for three words.
  for ((at = 1; at <= COMP_CWORD; at++)); do
    last=${#words[@]}
    if [ "$last" -gt 0 ] && { [ "${COMP_WORDS[at]}" = = ] || [[ ${words[last - 1]} == --*= ]]; }; then
      words[last - 1]+=${COMP_WORDS[at]}
    else
      words+=("${COMP_WORDS[at]}")
    fi
  done
  [ "$current" != = ] || current=
  __keyturn_offer "$current" < <(__keyturn_candidates "${words[@]}")
}

complete -F __keyturn_complete keyturn


aws_env() {
  __keyturn_aws_env "$@"
}

__keyturn_now() {
  __keyturn_time=${EPOCHSECONDS-}
  [ -n "$__keyturn_time" ] || printf -v __keyturn_time '%(%s)T' -1 2>/dev/null || __keyturn_time=$(date +%s)
}

# Of the lines on stdin those that begin with $1, as candidates, quoted for the command line.
__keyturn_offer() {
  local line
  while IFS= read -r line; do
    case $line in
      "$1"*) printf -v line %q "$line" && COMPREPLY+=("$line") ;;
    esac
  done
}

# The words behind "exec ... --" are another command's: $1 is where they begin.
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
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} name=${COMP_WORDS[1]} values at
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    __keyturn_offer "$current" < <(__keyturn_commands)
    return
  fi
  if [ "$name" = exec ]; then
    for ((at = 2; at < COMP_CWORD; at++)); do
      if [ "${COMP_WORDS[at]}" = -- ]; then
        __keyturn_complete_wrapped "$((at + 1))"
        return
      fi
    done
  fi
  if values=$(__keyturn_values "$name" "$previous"); then
    __keyturn_offer "$current" <<<"$values"
  elif [[ $current == -* ]]; then
    __keyturn_offer "$current" < <(__keyturn_options "$name")
  elif [ "$previous" = --file ]; then
    __keyturn_offer "$current" < <(compgen -f -- "$current")
  else
    __keyturn_offer "$current" < <(__keyturn_profiles)
  fi
}

__keyturn_complete_aws_env() {
  COMPREPLY=()
  __keyturn_offer "${COMP_WORDS[COMP_CWORD]}" < <(printf '%s\n' --clear && __keyturn_profiles)
}

complete -F __keyturn_complete keyturn
complete -F __keyturn_complete_aws_env aws_env
case "${PROMPT_COMMAND[*]-}" in
  *__keyturn_segment*) ;;
  *) PROMPT_COMMAND="__keyturn_segment${PROMPT_COMMAND:+; $PROMPT_COMMAND}" ;;
esac

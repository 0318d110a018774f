
aws_env() {
  __keyturn_aws_env "$@"
}

__keyturn_now() {
  __keyturn_time=${EPOCHSECONDS-}
  [ -n "$__keyturn_time" ] || printf -v __keyturn_time '%(%s)T' -1 2>/dev/null || __keyturn_time=$(date +%s)
}

__keyturn_complete_aws_env() {
  COMPREPLY=()
  __keyturn_offer "${COMP_WORDS[COMP_CWORD]}" < <(printf '%s\n' --clear && __keyturn_profiles)
}

complete -F __keyturn_complete_aws_env aws_env
case "${PROMPT_COMMAND[*]-}" in
  *__keyturn_segment*) ;;
  *) PROMPT_COMMAND="__keyturn_segment${PROMPT_COMMAND:+; $PROMPT_COMMAND}" ;;
esac

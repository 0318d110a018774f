
zmodload zsh/datetime

# Whatever options the user has set: those of zsh count here, and in all that is called from here.
aws_env() {
  emulate -L zsh
  __keyturn_aws_env "$@"
}

__keyturn_now() {
  __keyturn_time=$EPOCHSECONDS
}

# In zsh's prompts a percent sign begins an escape.
__keyturn_zsh_segment() {
  emulate -L zsh
  __keyturn_segment
  KEYTURN_PROMPT=${KEYTURN_PROMPT//\%/%%}
}

__keyturn_complete_aws_env() {
  compadd -- --clear ${(f)"$(__keyturn_profiles)"}
}

if (( ${+functions[compdef]} )); then
  compdef __keyturn_complete_aws_env aws_env
fi
autoload -Uz add-zsh-hook
add-zsh-hook precmd __keyturn_zsh_segment

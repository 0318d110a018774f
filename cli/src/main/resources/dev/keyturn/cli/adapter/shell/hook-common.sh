# Keyturn's hook, printed by "keyturn shell init". Sourcing it starts no process, and can be repeated.
#   aws_env PROFILE    switches this shell to the profile's session; asks for an MFA code if needed
#   aws_env            shows the session of this shell
#   aws_env --clear    removes it
# KEYTURN_PROMPT contains "PROFILE TIME-LEFT" for your prompt: PS1='${KEYTURN_PROMPT:+[$KEYTURN_PROMPT] }'$PS1

__keyturn=@PROGRAM@

# The seconds that AWS_CREDENTIAL_EXPIRATION is away, in __keyturn_left; fails if it is not a time. The days are those
# of the Julian day number. Only digits reach the arithmetic.
__keyturn_seconds_left() {
  local end="${AWS_CREDENTIAL_EXPIRATION-}" year month shift days
  case $end in
    [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z) ;;
    *) return 1 ;;
  esac
  shift=$(((14 - 10#${end:5:2}) / 12))
  year=$((10#${end:0:4} + 4800 - shift))
  month=$((10#${end:5:2} + 12 * shift - 3))
  days=$((10#${end:8:2} + (153 * month + 2) / 5 + 365 * year + year / 4 - year / 100 + year / 400 - 32045 - 2440588))
  __keyturn_now
  __keyturn_left=$((days * 86400 + 10#${end:11:2} * 3600 + 10#${end:14:2} * 60 + 10#${end:17:2} - __keyturn_time))
}

# __keyturn_left as a person reads it, in __keyturn_text.
__keyturn_time_left() {
  local minutes=$(((__keyturn_left + 59) / 60))
  if [ "$__keyturn_left" -le 0 ]; then
    __keyturn_text=expired
  elif [ "$__keyturn_left" -lt 60 ]; then
    __keyturn_text=${__keyturn_left}s
  elif [ "$minutes" -lt 60 ]; then
    __keyturn_text=${minutes}m
  else
    __keyturn_text="$((minutes / 60))h $((minutes % 60))m"
  fi
}

__keyturn_say() {
  if [ -z "${KEYTURN_PROFILE-}" ]; then
    printf '%s\n' 'no session in this shell; aws_env PROFILE gets one'
  elif ! __keyturn_seconds_left; then
    printf '%s: long-term keys\n' "$KEYTURN_PROFILE"
  else
    __keyturn_time_left
    if [ "$__keyturn_text" = expired ]; then
      printf '%s: the session has expired; to renew it: aws_env %s\n' "$KEYTURN_PROFILE" "$KEYTURN_PROFILE"
      return 1
    fi
    printf '%s: a session for %s\n' "$KEYTURN_PROFILE" "$__keyturn_text"
  fi
}

__keyturn_aws_env() {
  local variables
  case ${1-} in
    '') __keyturn_say ;;
    --clear)
      variables=$(command "$__keyturn" env --format sh --unset) || return
      eval "$variables"
      __keyturn_segment
      printf '%s\n' 'session removed from this shell'
      ;;
    *)
      variables=$(command "$__keyturn" env "$@" --format sh) || return
      case $variables in
        "export AWS_ACCESS_KEY_ID="*)
          eval "$variables"
          __keyturn_say
          ;;
        # Help, or the output of another option.
        *) printf '%s\n' "$variables" ;;
      esac
      ;;
  esac
}

# Runs before each prompt.
__keyturn_segment() {
  local before=$?
  KEYTURN_PROMPT=${KEYTURN_PROFILE-}
  if [ -n "$KEYTURN_PROMPT" ] && __keyturn_seconds_left; then
    __keyturn_time_left
    KEYTURN_PROMPT="$KEYTURN_PROMPT ${__keyturn_text%% *}"
    if [ "$__keyturn_left" -gt 0 ] && [ "$__keyturn_left" -le 600 ] &&
      [ "${__keyturn_noticed-}" != "$AWS_CREDENTIAL_EXPIRATION" ]; then
      __keyturn_noticed=$AWS_CREDENTIAL_EXPIRATION
      printf 'keyturn: the session of %s ends in %s; to renew it: aws_env %s --min-remaining 15m\n' \
        "$KEYTURN_PROFILE" "$__keyturn_text" "$KEYTURN_PROFILE" >&2
    fi
  fi
  return "$before"
}

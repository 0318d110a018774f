# Runs the command in the arguments for each row of the table below. It finds the row in kind, owners, names, value and
# text, which are local variables of this function.
__keyturn_each_row() {
  local kind owners names value text
  while IFS='|' read -r kind owners names value text; do
    "$@"
  done <<'__KEYTURN_TABLE'
@TABLE@
__KEYTURN_TABLE
}

# Prints a candidate and its description, which is cut to the width of the terminal: in a listing it begins two columns
# after the candidate, and at column 22 at the least. Where hardly anything of it would be left, there is none.
__keyturn_print() {
  local shown=$text room=$((${#1} > 20 ? ${#1} : 20))
  room=$((${COLUMNS:-0} > 0 ? COLUMNS - room - 3 : 57))
  if [ "${#shown}" -gt "$room" ]; then
    shown=
    if [ "$room" -ge 16 ]; then
      shown=${text:0:$((room - 3))}
      shown="${shown% *} ..."
    fi
  fi
  printf '%s\t%s\n' "$1" "$shown"
}

__keyturn_first_word() {
  [ "$kind" = command ] || return 0
  case $names in
    *' '*)
      case " $__keyturn_seen " in
        *" ${names%% *} "*) ;;
        *) __keyturn_seen="$__keyturn_seen ${names%% *}" && printf '%s\t\n' "${names%% *}" ;;
      esac
      ;;
    *) __keyturn_print "$names" ;;
  esac
}

__keyturn_second_word() {
  case $kind:$names in
    "command:$1 "*) __keyturn_print "${names#* }" ;;
  esac
}

__keyturn_is_command() {
  case $kind:$names in
    "command:$1") __keyturn_found=yes ;;
  esac
}

# The option $2 of the command $1: what follows it, in __keyturn_value.
__keyturn_find_option() {
  case $kind:$owners:" $names " in
    option:*",$1,"*:*" $2 "*) __keyturn_value=$value ;;
  esac
}

# The word number $2 of the command $1.
__keyturn_find_word() {
  case $kind:$owners:$names in
    word:*",$1,"*:"$2" | word:*",$1,"*:any) __keyturn_value=$value ;;
  esac
}

__keyturn_option_name() {
  case $kind:$owners in
    option:*",$1,"*) __keyturn_print "${names##* }" ;;
  esac
}

# The candidates for the value $1, one per line.
__keyturn_values() {
  local rest=$1
  case $rest in
    %profiles) __keyturn_profiles ;;
    %commands) __keyturn_seen= && __keyturn_each_row __keyturn_first_word ;;
    %files) printf '%s\n' %files ;;
    %any | '') ;;
    *)
      while [ -n "$rest" ]; do
        printf '%s\n' "${rest%% *}"
        case $rest in
          *' '*) rest=${rest#* } ;;
          *) rest= ;;
        esac
      done
      ;;
  esac
}

# The names of all profiles as "keyturn status" lists them, one per line; names that AWS tools do not accept (blanks,
# quotes) are left out.
__keyturn_profiles() {
  sed -e '/^\[/!d' -e 's/^\[[[:blank:]]*//' -e 's/[[:blank:]]*\].*//' \
    -e '/^sso-session[[:blank:]]/d' -e '/^services[[:blank:]]/d' -e 's/^profile[[:blank:]]\{1,\}//' \
    -e '\,[^A-Za-z0-9_./%@:+-],d' -e 's/\(.\)-long-term$/\1/' \
    "${AWS_CONFIG_FILE:-$HOME/.aws/config}" "${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}" 2>/dev/null |
    awk '!($0 in names) { names[$0]; list[n++] = $0 }
      END { for (i = 0; i < n; i++) {
        owner = list[i]; sub(/-(mfa|tools|default)$/, "", owner); if (owner == list[i] || !(owner in names)) print list[i] } }'
}

# Prints the candidates for the last argument; the arguments are the words of a command line after "keyturn". Each line is
# a word, a tab and a description. The line %files means the names of files.
__keyturn_candidates() {
  local __keyturn_seen= __keyturn_found= __keyturn_value= name option= place=1
  while [ $# -gt 1 ]; do
    case $1 in
      -*) shift ;;
      *) break ;;
    esac
  done
  if [ $# -le 1 ]; then
    __keyturn_each_row __keyturn_first_word
    return
  fi
  name=$1
  shift
  __keyturn_each_row __keyturn_is_command "$name"
  if [ -z "$__keyturn_found" ]; then
    if [ $# -le 1 ]; then
      __keyturn_each_row __keyturn_second_word "$name"
      return
    fi
    name="$name $1"
    shift
  fi
  while [ $# -gt 1 ]; do
    __keyturn_value=
    if [ -n "$option" ]; then
      option=
    else
      case $1 in
        -*=*) ;;
        -*)
          __keyturn_each_row __keyturn_find_option "$name" "$1"
          [ -z "$__keyturn_value" ] || option=$1
          ;;
        *) place=$((place + 1)) ;;
      esac
    fi
    shift
  done
  __keyturn_value=
  case $option:$1 in
    :--*=*)
      __keyturn_each_row __keyturn_find_option "$name" "${1%%=*}"
      __keyturn_values "$__keyturn_value"
      ;;
    :-*) __keyturn_each_row __keyturn_option_name "$name" ;;
    :*)
      __keyturn_each_row __keyturn_find_word "$name" "$place"
      __keyturn_values "$__keyturn_value"
      ;;
    *)
      __keyturn_each_row __keyturn_find_option "$name" "$option"
      __keyturn_values "$__keyturn_value"
      ;;
  esac
}


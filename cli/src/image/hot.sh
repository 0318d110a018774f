# Sourced by the two launchers before launch.sh, with keyturn_home and keyturn_build set. Prints what Java printed last
# time, or replaces itself with the command of exec, without starting a process; otherwise it does nothing, and Java
# answers. The answers and their rules: docs/internals/launcher.md. Every unusual or doubtful case is left to Java.

# Sets keyturn_form to the kind of answer that the words ask for, keyturn_profile to the profile, and keyturn_words to the
# number of words of exec's command. Fails for all but the plain forms.
keyturn_is_plain() {
  case $#:$1:${2-} in
    3:status:--check | 3:status:--short) set -- status "$3" "$2" ;;
  esac
  keyturn_form=$1
  shift
  case ${1--} in
    # No profile is typed. Java decides which one to use: it depends on these variables.
    -* | '') keyturn_profile=,${AWS_PROFILE-},${AWS_DEFAULT_PROFILE-},${KEYTURN_PROFILE-} ;;
    *,*) return 1 ;;
    *) keyturn_profile=$1 && shift ;;
  esac
  # No ranges such as a-z: they depend on the locale.
  case $keyturn_profile in
    *[!ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,._-]*) return 1 ;;
  esac
  case $keyturn_form:$#:${1-} in
    credential-process:0:) ;;
    env:0:) case ${SHELL-} in *fish*) return 1 ;; esac ;;
    env:2:--format)
      case $2 in
        sh) ;;
        fish) keyturn_form=fish ;;
        *) return 1 ;;
      esac
      ;;
    status:1:--check | status:1:--short) keyturn_form=${1#--} ;;
    # A number is the code for the implicit profile.
    login:0:) case $keyturn_profile in *[!0123456789]*) ;; *) return 1 ;; esac ;;
    exec:*:--) shift && keyturn_words=$# && keyturn_finds "${1-}" ;;
    *) return 1 ;;
  esac
}

# Whether Java, and then the shell, would find this command: an executable file.
keyturn_finds() {
  case $1 in
    -* | '') return 1 ;;
    */*)
      [ -f "$1" ] && [ -x "$1" ]
      return
      ;;
  esac
  case :${PATH-}: in
    *::* | *[*?[\\\(]*) return 1 ;;
  esac
  keyturn_ifs=$IFS IFS=:
  set -- "$1" $PATH
  IFS=$keyturn_ifs keyturn_command=$1
  shift
  for keyturn_word; do
    [ -f "$keyturn_word/$keyturn_command" ] && [ -x "$keyturn_word/$keyturn_command" ] && return
  done
  return 1
}

# Sets keyturn_file to the file of the answer; fails if there is none. Loading it runs it, so it must be owned by the user.
keyturn_has_answer() {
  case ${KEYTURN_HOME-}:${XDG_STATE_HOME-} in
    :/*) keyturn_answers=$XDG_STATE_HOME/keyturn/answers ;;
    :*) keyturn_answers=${HOME-}/.local/state/keyturn/answers ;;
    *) keyturn_answers=$KEYTURN_HOME/answers ;;
  esac
  keyturn_file=$keyturn_answers/$keyturn_form,$keyturn_profile
  case $keyturn_file in
    /*) [ -f "$keyturn_file" ] && [ ! -h "$keyturn_file" ] && [ ! -h "$keyturn_answers" ] && [ -O "$keyturn_answers" ] ;;
    *) return 1 ;;
  esac
}

# Whether the answer, already loaded from file descriptor 8, is complete and still what Java would answer. The current time
# is that of file descriptor 9. The answer's own time is when it was stored; all other times are stored as those of empty files.
keyturn_holds() {
  [ "$keyturn_end" = 1 ] && [ "$keyturn_for" = "$keyturn_build $keyturn_form $keyturn_profile" ] &&
    [ "$keyturn_environment" = "$keyturn_recorded" ] &&
    [ /dev/fd/9 -nt /dev/fd/8 ] && [ /dev/fd/9 -ot "$keyturn_answers/$keyturn_until" ] || return
  keyturn_ifs=$IFS IFS=$keyturn_newline
  keyturn_are_unchanged $keyturn_inputs && keyturn_holds=yes
  IFS=$keyturn_ifs
  # Last: some shells say that a file is newer than a missing one.
  [ -n "$keyturn_holds" ] && [ -f "$keyturn_answers/$keyturn_until" ]
}

# For each file that Java read: its path, its path without links, and the name of the file with its time, or - if it is missing.
keyturn_are_unchanged() {
  while [ $# -gt 0 ]; do
    if [ "$3" = - ]; then
      [ ! -e "$1" ] && [ ! -h "$1" ] || return
    else
      # NFS asks the server when a file is opened.
      [ -f "$1" ] && { [ ! -h "$2" ] && [ "$1" -ef "$2" ] &&
        [ ! "$1" -nt "$keyturn_answers/$3" ] && [ ! "$1" -ot "$keyturn_answers/$3" ]; } 6<"$1" &&
        [ -f "$keyturn_answers/$3" ] || return
    fi
    shift 3
  done
}

# If the caller exports this name, launch.sh would write the session to the file in it.
keyturn_launcher=
keyturn_newline='
'
# With tracing, or if every variable is exported, the session would leave this shell. With the option keyword, export does
# something else. ksh does not report a closed pipe, and the Z shell does not report a full disk.
case ${keyturn_build:+${1-}}:$-:${KSH_VERSION-}${ZSH_VERSION-} in
  credential-process:*[akxv]*: | env:*[akxv]*: | exec:*[akxv]*: | status:*[akxv]*: | login:*[akxv]*:) ;;
  credential-process:*: | env:*: | exec:*: | status:*: | login:*:)
    if keyturn_is_plain "$@" && keyturn_has_answer; then
      # The caller may have exported these names.
      unset keyturn_for keyturn_environment keyturn_recorded keyturn_inputs keyturn_until keyturn_answer keyturn_next \
        keyturn_set keyturn_unset keyturn_end
      keyturn_for= keyturn_environment= keyturn_recorded= keyturn_inputs= keyturn_until= keyturn_answer= keyturn_next= \
        keyturn_set= keyturn_unset= keyturn_end= keyturn_holds=
      # A damaged answer is a syntax error, which ends the shell.
      trap 'trap - EXIT; { { :; } >&7; } 2>/dev/null && exec 2>&7; exec 7>&- 8<&- 9<&-; . "$keyturn_home/launch.sh"' EXIT
      # The document is not empty, because some shells use /dev/null for an empty one, which has an old time.
      { { [ -O /dev/fd/8 ] && . /dev/fd/8 && keyturn_holds || keyturn_holds=; } 8<"$keyturn_file" 9<<X
.
X
      } 7>&2 2>/dev/null || keyturn_holds=
      trap - EXIT
      case $keyturn_holds$keyturn_form in
        yescheck) exit ;;
        yesexec)
          shift $(($# - keyturn_words))
          keyturn_ifs=$IFS IFS=$keyturn_newline
          for keyturn_word in $keyturn_set; do
            export "$keyturn_word"
          done
          unset $keyturn_unset
          IFS=$keyturn_ifs
          exec "$@"
          ;;
        yes*)
          # A write this small to a pipe is all or nothing. If it fails, Java reports it.
          unset -f printf
          trap '' PIPE
          if { { :; } >&1 && printf '%s\n' "$keyturn_answer"; } 2>/dev/null; then
            [ -z "$keyturn_next" ] || printf '%s\n' "$keyturn_next" >&2 || :
            exit 0
          fi
          trap - PIPE
          ;;
      esac
    fi
    ;;
esac

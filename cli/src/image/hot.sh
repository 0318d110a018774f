# Sourced by the two launchers before launch.sh. Given: keyturn_home and keyturn_build. Prints what Java printed the last
# time, or becomes the command of exec, without starting a process; or else does nothing, and Java answers. The answers
# and their rules: docs/internals/launcher.md. What is unusual, missing or in doubt is left to Java.

# The kind of answer that the words ask for, in keyturn_form; whose, in keyturn_profile; and how many words the command of
# exec has, in keyturn_words. Fails for other words than those of the plain forms.
keyturn_is_plain() {
  case $#:$1:${2-} in
    3:status:--check | 3:status:--short) set -- status "$3" "$2" ;;
  esac
  keyturn_form=$1
  shift
  case ${1--} in
    # No profile is typed. Which one is meant is for Java to say: it depends on these.
    -* | '') keyturn_profile=,${AWS_PROFILE-},${AWS_DEFAULT_PROFILE-},${KEYTURN_PROFILE-} ;;
    *,*) return 1 ;;
    *) keyturn_profile=$1 && shift ;;
  esac
  # Not by ranges, which depend on the locale.
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
    exec:*:--) shift && keyturn_words=$# && keyturn_finds "${1-}" ;;
    *) return 1 ;;
  esac
}

# Whether this is a command that Java would find, and the shell then too: a file that may be run.
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

# Where the answer is, in keyturn_file; fails when there is none. To load it is to run it: it must be the user's own.
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

# Whether the answer, which has been loaded from file descriptor 8, is whole and what Java would answer now. Now is when 9
# was made. An answer is dated to when it was left, and all other times stand as those of empty files.
keyturn_holds() {
  [ "$keyturn_end" = 1 ] && [ "$keyturn_for" = "$keyturn_build $keyturn_form $keyturn_profile" ] &&
    [ "$keyturn_environment" = "$keyturn_recorded" ] &&
    [ /dev/fd/9 -nt /dev/fd/8 ] && [ /dev/fd/9 -ot "$keyturn_answers/$keyturn_until" ] || return
  keyturn_ifs=$IFS IFS=$keyturn_newline
  keyturn_are_unchanged $keyturn_inputs && keyturn_holds=yes
  IFS=$keyturn_ifs
  # Last of all: to compare with a file that is missing is true in some shells.
  [ -n "$keyturn_holds" ] && [ -f "$keyturn_answers/$keyturn_until" ]
}

# Of each file that Java read: its path, the same without links, and the name of the file with its time; - if it is missing.
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

# What the caller exports under this name would say where launch.sh has the session written.
keyturn_launcher=
keyturn_newline='
'
# With tracing, or when every variable is exported, what is loaded here would not stay here. ksh
# reports no closed pipe, and the Z shell no full disk.
case ${keyturn_build:+${1-}}:$-:${KSH_VERSION-}${ZSH_VERSION-} in
  credential-process:*[axv]*: | env:*[axv]*: | exec:*[axv]*: | status:*[axv]*:) ;;
  credential-process:*: | env:*: | exec:*: | status:*:)
    if keyturn_is_plain "$@" && keyturn_has_answer; then
      # Without the mark of export that the caller may have put on these names.
      unset keyturn_for keyturn_environment keyturn_recorded keyturn_inputs keyturn_until keyturn_answer keyturn_set \
        keyturn_unset keyturn_end
      keyturn_for= keyturn_environment= keyturn_recorded= keyturn_inputs= keyturn_until= keyturn_answer= keyturn_set= \
        keyturn_unset= keyturn_end= keyturn_holds=
      # A damaged answer is a syntax error, which ends the shell.
      trap 'trap - EXIT; { { :; } >&7; } 2>/dev/null && exec 2>&7; exec 7>&- 8<&- 9<&-; . "$keyturn_home/launch.sh"' EXIT
      # The document is not empty, or it would be /dev/null in some shells, whose time is not now.
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
          # A pipe takes so little as a whole or not at all. If it cannot be written, Java says so.
          unset -f printf
          trap '' PIPE
          { { :; } >&1 && printf '%s\n' "$keyturn_answer"; } 2>/dev/null && exit
          trap - PIPE
          ;;
      esac
    fi
    ;;
esac

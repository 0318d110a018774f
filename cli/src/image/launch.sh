# Sourced by the two launchers, never run by itself. Given: keyturn_home (the image folder) and what launch.conf sets:
# keyturn_java_home and keyturn_build, which the names of the AOT caches end in. Ends in exec.

# How this command line starts. These lines are made of the table of commands: KEYTURN_DOCS=write ./dev test LaunchTableTest
# <starts>
keyturn_start=full
case "${1-} ${2-}" in
  status' '* | explain' '* | 'config get' | 'config set' | 'config unset') keyturn_start=plain ;;
  exec' '* | env' '* | credential-process' '*) keyturn_start=hot ;;
  serve' '*) keyturn_start=serve ;;
esac
for keyturn_word; do
  case $keyturn_word in
    --) break ;;
    -h | --help) keyturn_start=full && break ;;
  esac
  case $1:$keyturn_word in
    status:--check | status:--short) keyturn_start=hot ;;
    status:--watch) keyturn_start=serve ;;
    exec:--server | exec:--each | exec:--each=*) keyturn_start=serve ;;
  esac
  case $keyturn_start:$keyturn_word in
    plain:-*) keyturn_start=full ;;
  esac
done
case "$#:${1-}" in
  1:--version | 1:-V | 1:--help | 1:-h) keyturn_start=plain ;;
esac
case $keyturn_start in
  hot) keyturn_cache=hot ;;
  plain) keyturn_cache=hot ;;
  serve) keyturn_cache=full ;;
  full) keyturn_cache=full ;;
esac
# </starts>

# With the option keyword, Bash takes the assignments of export for something else, and prints all variables.
keyturn_keyword=
case $- in *k*) set +k && keyturn_keyword=yes ;; esac

# exec: Java answers, on file descriptor 3, how this shell has to change its environment to become the command; what
# Java itself gets (below) is set in a subshell, and reaches no other process. No process is left over, no secret is in
# any process's arguments, and the words of the command never leave this shell.
# With --server Java stays: it is the endpoint that the command asks. With --each too: the commands are its children, and
# end when it is asked to.
if [ "$keyturn_start:${1-}" = hot:exec ] && [ -z "${keyturn_launcher-}" ]; then
  unset keyturn_answer
  # A shell that traces would print the session.
  keyturn_flags=$-
  set +xv
  # The caller may have closed the standard output that is to be copied here. Not by true, which may be a function.
  keyturn_closed=
  { { :; } 3>&1; } 2>/dev/null || keyturn_closed=yes
  [ -z "$keyturn_closed" ] || exec >/dev/null
  { keyturn_answer=$(keyturn_launcher=/dev/fd/3 && . "$keyturn_home/launch.sh" 3>&1 >&4 4>&-); } 4>&1 || exit
  # Help was printed.
  [ -n "$keyturn_answer" ] || exit 0
  eval "$keyturn_answer"
  unset keyturn_answer
  case $keyturn_flags in *x*) set -x ;; esac
  case $keyturn_flags in *v*) set -v ;; esac
  [ -z "$keyturn_closed" ] || exec >&-
  [ -z "$keyturn_keyword" ] || set -k
  exec "$@"
fi

# Java reads file names, arguments and variables in the locale's encoding: in any but an installed UTF-8 locale it
# cannot open a folder such as /home/josé. Programs that Keyturn starts get the caller's value back (empty: not set).
export KEYTURN_ORIGINAL_LC_ALL="${LC_ALL-}" LC_ALL=C.UTF-8

# Each of these makes Java print a line of its own and may make it reject the cache. Options for Keyturn's own Java
# go into KEYTURN_JAVA_OPTIONS; programs that Keyturn starts get these back.
unset KEYTURN_ORIGINAL_JAVA_TOOL_OPTIONS KEYTURN_ORIGINAL_JDK_JAVA_OPTIONS KEYTURN_ORIGINAL__JAVA_OPTIONS
[ -z "${JAVA_TOOL_OPTIONS+set}" ] || export KEYTURN_ORIGINAL_JAVA_TOOL_OPTIONS="$JAVA_TOOL_OPTIONS"
[ -z "${JDK_JAVA_OPTIONS+set}" ] || export KEYTURN_ORIGINAL_JDK_JAVA_OPTIONS="$JDK_JAVA_OPTIONS"
[ -z "${_JAVA_OPTIONS+set}" ] || export KEYTURN_ORIGINAL__JAVA_OPTIONS="$_JAVA_OPTIONS"
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

# Java starts in no folder that is gone. In this one no file can be made by mistake.
[ . -ef "${PWD-}" ] || cd /proc 2>/dev/null || cd /

# A Java that crashes, or that a signal ends, leaves no file of its memory, where the keys are. What exec starts as a child of
# Java gets the caller's limit back.
keyturn_flags='-XX:+DisplayVMOutputToStderr -XX:ErrorFile=/dev/null -XX:-CreateCoredumpOnCrash'
# What it says of its crash goes to stdout, which no flag changes, and where only the answer may be: a person sees it, and
# a program that reads the answer gets none. KEYTURN_JAVA_OPTIONS=-XX:-SuppressFatalErrorMessage shows it anyway.
[ -t 1 ] || keyturn_flags="$keyturn_flags -XX:+SuppressFatalErrorMessage"
case $keyturn_start:${1-} in
  serve:exec | full:exec) keyturn_core=$(ulimit -S -c) ;;
  *) keyturn_core= ;;
esac
ulimit -S -c 0
[ "${1-}" != sandbox ] || keyturn_cache=sandbox
keyturn_cache=$keyturn_home/$keyturn_cache-$keyturn_build.aot
# A cache that changed after it was made, which is before launch.conf was, may be damaged: Java checks it only when asked.
[ ! "$keyturn_cache" -nt "$keyturn_home/launch.conf" ] || keyturn_flags="$keyturn_flags -XX:+VerifySharedSpaces"
# Naming a missing cache takes longer than naming none.
if [ -f "$keyturn_cache" ]; then
  keyturn_cache=-XX:AOTCache=$keyturn_cache
else
  keyturn_cache=-Xshare:auto
fi

if [ "${1-}" = sandbox ]; then
  shift
  exec "$keyturn_java_home/bin/java" "$keyturn_cache" -XX:+UseSerialGC -Xlog:disable $keyturn_flags \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ${KEYTURN_JAVA_OPTIONS-} \
    -jar "$keyturn_home/sandbox/keyturn-sandbox.jar" "$@"
fi

# A cache is loaded as a whole at the start, so the most frequent commands have a small one: hot is for answers from the
# session cache and for what else loads little, full is for the rest.
case $keyturn_start in
  # These end before compiled code would pay off, so the compiler waits ten times as long. Other commands run longer, and a
  # few of them much longer.
  hot) keyturn_flags="$keyturn_flags -XX:CompileThresholdScaling=10" ;;
  plain | full) keyturn_flags="$keyturn_flags -XX:CompileThresholdScaling=5" ;;
  # What runs for hours must use little memory: a slowly filling heap keeps its memory, and so do the compiler and the
  # key derivation of a passphrase, unless it is returned to the system; the compiler needs less for smaller methods.
  serve)
    # File descriptor 3 is for SIGQUIT, whose number is 3: see QuitSignal.
    exec 3</dev/null
    keyturn_flags="$keyturn_flags -Xms4m -Xmn2m -Xmx128m -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=2000 -XX:C1MaxInlineSize=10"
    ;;
esac

# Without -Xlog:disable a rejected cache is reported on stdout, where only the answer may be. It only costs time, so
# stderr says nothing of it either; KEYTURN_JAVA_OPTIONS=-Xlog:aot says why. With
# DisplayVMOutputToStderr a Java that cannot start, for want of memory, says so on stderr too.
# ArchiveRelocationMode=0: the cache is used where it was made for, not moved to another address first.
# AOTReplayTraining: no thread waits for what the compiler learned in the training, of which the cache has nothing.
# enable-native-access: for SIGQUIT, see QuitSignal. It costs nothing where the cache was trained with it.
# namedGroups: see KeyGroups.
# picocli: it neither looks for Groovy, which opens every jar, nor prepares converters that no option uses.
exec "$keyturn_java_home/bin/java" "$keyturn_cache" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $keyturn_flags \
  -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED \
  -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-AOTReplayTraining \
  -Dpicocli.disable.closures=true "-Dpicocli.converters.excludes=java[.].*" \
  -Djdk.tls.namedGroups=x25519 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
  -Dkeyturn.home="$keyturn_home" -Dkeyturn.build="$keyturn_build" -Dkeyturn.launcher="${keyturn_launcher-}" \
  -Dkeyturn.core="$keyturn_core" -Dkeyturn.start="$keyturn_start" \
  ${KEYTURN_JAVA_OPTIONS-} \
  -cp "$keyturn_home/lib/keyturn.jar" dev.keyturn.cli.app.Main "$@"

#!/bin/sh
# build.sh ROOT: builds the image of this checkout unless it is fresh. The launcher calls it when that may be so.
# Writes only to stderr and does not read stdin. Exits with 3 if there is no JDK 25, and 70 if the build fails.

root=$1
home=$root/cli/target/keyturn
lock=$root/target/keyturn-build.lock
log=$root/target/keyturn-build.log

image_runs() {
  keyturn_java_home=/dev/null
  [ ! -f "$home/launch.conf" ] || keyturn_home=$home . "$home/launch.conf"
  [ -x "$keyturn_java_home/bin/java" ]
}

# Whether a part of the image is newer than the image.
image_is_old() {
  [ "$keyturn_java_home/release" -nt "$home/launch.conf" ] ||
    [ -n "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main "$root/cli/src/image" \
      -newer "$home/launch.conf" -print 2>/dev/null | head -n 1)" ]
}

must_build() {
  ! image_runs || image_is_old
}

# One build at a time. The lock is a symbolic link that names its process, made in one step; a folder guards the
# removal of a lock whose process is gone, so that nobody removes a fresh one.
take_lock() {
  waited=
  failed=0
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock") || holder=
    if [ -n "$holder" ] && is_running "$holder"; then
      failed=0
      [ -n "$waited" ] ||
        echo "keyturn: waiting for the build that process $holder runs (lock: $lock)" >&2
      waited=yes
    else
      # The lock or its process has gone, or links cannot be created here: try again for some seconds.
      failed=$((failed + 1))
      [ "$failed" -lt 25 ] || cannot_lock
      [ -z "$holder" ] || remove_lock
    fi
    sleep 0.2 2>/dev/null || sleep 1
  done
  trap 'rm -f "$lock"' EXIT
}

is_running() {
  kill -0 "$1" 2>/dev/null || ps -p "$1" >/dev/null 2>&1
}

remove_lock() {
  if mkdir "$lock.removal" 2>/dev/null; then
    trap 'rmdir "$lock.removal" 2>/dev/null' EXIT
    [ "$(readlink "$lock")" != "$holder" ] || rm -f "$lock"
    rmdir "$lock.removal"
    trap - EXIT
  fi
}

cannot_lock() {
  echo "keyturn: cannot build: no lock can be made at $lock" >&2
  echo "hint: is the disk full? if no other build runs: rm -rf \"$lock\" \"$lock.removal\"" >&2
  exit 70
}

# From Maven's output: the modules, the image step, and errors up to the first failure. The log has all of it.
show_progress() {
  status=70
  failed=
  while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    case $line in
      '[INFO] Building Keyturn '*) echo "keyturn: ${line#'[INFO] '}" >&2 ;;
      'keyturn: '*) printf '%s\n' "$line" >&2 ;;
      '[ERROR]'*) [ -n "$failed" ] || printf '%s\n' "$line" >&2 ;;
      'maven ended with 0') status=0 ;;
    esac
    case $line in
      '[ERROR] Failed to execute goal'*) failed=yes ;;
    esac
  done
  return "$status"
}

build_image() {
  JAVA_HOME=$(sh "$root/cli/src/image/find-jdk.sh" javac) || exit
  export JAVA_HOME LC_ALL=C.UTF-8
  echo "keyturn: building with $JAVA_HOME, this takes a minute or two and happens once (log: $log)" >&2
  {
    "$root/mvnw" -f "$root/pom.xml" -B -ntp -pl cli -am package \
      -Dmaven.test.skip=true -Dspotless.check.skip=true </dev/null 2>&1
    echo "maven ended with $?"
  } | show_progress 3>"$log" || {
    echo "keyturn: the build failed, see $log" >&2
    echo "hint: cd \"$root\" && ./mvnw -pl cli -am package" >&2
    exit 70
  }
}

if ! must_build; then
  # HEAD moved, but not to other sources.
  touch "$home/launch.conf" 2>/dev/null
  exit 0
fi
if ! mkdir -p "$root/target" 2>/dev/null || [ ! -w "$root/target" ]; then
  # Another user's checkout: use what its owner built last.
  image_runs && exit 0
  echo "keyturn: it must be built first, and this folder cannot be written: $root" >&2
  echo "hint: run keyturn once as the owner of that folder" >&2
  exit 70
fi
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
take_lock
! must_build || build_image

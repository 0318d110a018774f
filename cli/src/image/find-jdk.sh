#!/bin/sh
# find-jdk.sh TOOL: prints the folder of a JDK 25 that has bin/TOOL (java, javac), or says what to install and exits 3.

# is_jdk_25 FOLDER TOOL. A JDK's file "release" has the line JAVA_VERSION="25.0.1".
is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

say_how_to_install() {
  echo "keyturn: no JDK 25 found (looked at KEYTURN_JAVA_HOME, JAVA_HOME, PATH and the usual folders)" >&2
  if [ -d /Library/Java ]; then
    install='brew install --cask temurin@25'
  elif [ -d "$HOME/.sdkman" ]; then
    install='sdk install java 25-tem'
  elif command -v apt-get >/dev/null 2>&1; then
    install='sudo apt-get install openjdk-25-jdk (none there? https://adoptium.net/installation/linux/ has temurin-25-jdk)'
  elif command -v dnf >/dev/null 2>&1; then
    install='sudo dnf install java-25-openjdk-devel'
  elif command -v apk >/dev/null 2>&1; then
    install='apk add openjdk25'
  else
    install='install a JDK 25, for example from https://adoptium.net/temurin/releases/?version=25'
  fi
  echo "hint: $install" >&2
  echo "hint: installed elsewhere? export KEYTURN_JAVA_HOME=/folder/of/the/jdk" >&2
}

if [ -n "${KEYTURN_JAVA_HOME-}" ]; then
  if ! is_jdk_25 "$KEYTURN_JAVA_HOME" "$1"; then
    echo "keyturn: KEYTURN_JAVA_HOME is not a JDK 25 with bin/$1: $KEYTURN_JAVA_HOME" >&2
    echo "hint: unset KEYTURN_JAVA_HOME" >&2
    exit 3
  fi
  printf '%s\n' "$KEYTURN_JAVA_HOME"
  exit 0
fi

on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null)
for folder in \
  "${JAVA_HOME-}" "${on_path%/bin/java}" \
  /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk* /usr/local/jdk* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
  /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
  /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
  "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
  "$HOME"/.jdks/* "$HOME"/.jabba/jdk/*; do
  if is_jdk_25 "$folder" "$1"; then
    printf '%s\n' "$folder"
    exit 0
  fi
done
say_how_to_install
exit 3

# What all parts of packaging/package use.

say() {
  echo "package: $*" >&2
}

fail() {
  say "$@"
  exit 1
}

# The first <NAME> of the parent POM.
property() {
  sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/pom.xml" | head -n 1
}

version=$(property version)
# The time of every file in every package.
built=$(property project.build.outputTimestamp)
# Where releases are downloaded from; empty until there is one.
address=$(property release.address)

homepage=$(property url)
maintainer='The Keyturn authors <maintainers@keyturn.dev>'

case $(uname -s)-$(uname -m) in
  Linux-x86_64) platform=linux-x64 ;;
  Linux-aarch64) platform=linux-arm64 ;;
  Darwin-x86_64) platform=macos-x64 ;;
  Darwin-arm64) platform=macos-arm64 ;;
  MINGW*-x86_64 | MSYS*-x86_64) platform=windows-x64 ;;
  *) fail "no packages for $(uname -s) on $(uname -m)" ;;
esac

name=keyturn-$version-$platform
image=$work/$name
sandbox_image=$work/keyturn-sandbox-$version-$platform

find_jdk() {
  jdk=$(sh cli/src/image/find-jdk.sh javac) || exit
  [ -x "$jdk/bin/jlink" ] || [ -x "$jdk/bin/jlink.exe" ] || fail "no jlink in $jdk: install a whole JDK 25"
}

# fill FILE NAME=VALUE...: prints FILE with every @NAME@ replaced.
fill() {
  local text pair
  text=$(<"$1")
  shift
  for pair; do
    text=${text//"@${pair%%=*}@"/"${pair#*=}"}
  done
  printf '%s\n' "$text"
}

# Reads a tar, writes it compressed; the bytes are the same each time.
compress() {
  if [ -n "$draft" ]; then gzip -n -1; else gzip -n -9; fi
}

kibibytes() {
  du -sk "$1" | cut -f 1
}

#!/bin/sh
# Installs Keyturn from an archive for this system, after its checksum was verified. Needs sh, tar, gzip and sha256sum
# or shasum; curl or wget only to download.
#
# --help lists its options. It installs only these: DIR/lib/keyturn, DIR/bin/keyturn, and links to man pages and
# completions in DIR/share. It changes nothing in ~/.aws or in Keyturn's state.
set -eu

# Where releases are downloaded from; empty before the first one.
address='@ADDRESS@'
version='@VERSION@'

fail() {
  echo "install.sh: $1" >&2
  [ -z "${2-}" ] || echo "hint: $2" >&2
  exit 1
}

usage() {
  cat <<'END'
Usage: sh install.sh [--prefix DIR] [ARCHIVE]
       sh install.sh [--prefix DIR] --uninstall

Installs Keyturn from ARCHIVE, which lies beside its SHA256SUMS; without one, downloads it first.
Links man pages and completions. Touches nothing in ~/.aws.

  --prefix DIR   where to install; ~/.local if not given, for root /usr/local
  --uninstall    remove what an installation made
END
}

main() {
  prefix=$HOME/.local archive='' uninstall=''
  # What root installs is for all users, whatever umask root has.
  [ "$(id -u)" != 0 ] || { prefix=/usr/local; umask 022; }
  while [ $# -gt 0 ]; do
    case $1 in
      --prefix) [ $# -gt 1 ] || fail "--prefix needs a folder"; prefix=$2; shift ;;
      --prefix=?*) prefix=${1#*=} ;;
      --uninstall) uninstall=yes ;;
      -h | --help) usage; exit ;;
      -*) fail "unknown option: $1" "sh install.sh --help" ;;
      *) [ -z "$archive" ] || fail "more than one archive: $archive, $1"; archive=$1 ;;
    esac
    shift
  done
  case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
  home=$prefix/lib/keyturn
  remove_leftovers
  if [ -n "$uninstall" ]; then
    [ -d "$home" ] || fail "Keyturn is not installed in $prefix" "sh install.sh --prefix DIR --uninstall"
    remove
    echo "Removed Keyturn from $prefix"
    exit
  fi
  # In the same folder, so that only a rename is left to do at the end.
  new=$home.new.$$
  missing=''
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  missing=$(missing_folders "$prefix/bin"; missing_folders "$prefix/lib")
  mkdir -p "$new" || fail "cannot write to $prefix" "choose another folder with --prefix DIR"
  [ -n "$archive" ] || download
  [ -f "$archive" ] || fail "no such file: $archive"
  verify
  install
  report
}

# Removes what a killed installation left behind. If no version is installed now, it puts the old one back.
remove_leftovers() {
  for left in "$home".new.*; do
    ! kill -0 "${left##*.}" 2>/dev/null || continue
    [ -e "$home" ] || [ ! -e "$left/old" ] || mv "$left/old" "$home"
    rm -rf "$left"
  done
}

# Removes the folders that it created and that are empty: none once Keyturn is installed.
clean_up() {
  rm -rf "$new"
  printf '%s\n' "$missing" | remove_empty
}

download() {
  system=$(uname -s)-$(uname -m)
  case $system in
    Linux-x86_64) system=linux-x64 ;;
    Linux-aarch64) system=linux-arm64 ;;
    Darwin-x86_64) system=macos-x64 ;;
    Darwin-arm64) system=macos-arm64 ;;
    *) fail "there is no archive for $system" ;;
  esac
  [ -n "$address" ] || fail "there is no release to download yet" "sh install.sh keyturn-$version-$system.tar.gz"
  mkdir "$new/download"
  for file in "keyturn-$version-$system.tar.gz" SHA256SUMS; do
    if command -v curl >/dev/null; then
      curl -fsSL -o "$new/download/$file" "$address/$file"
    else
      wget -q -O "$new/download/$file" "$address/$file"
    fi || fail "cannot download $address/$file"
  done
  archive=$new/download/keyturn-$version-$system.tar.gz
}

verify() {
  name=${archive##*/}
  case $archive in */*) folder=${archive%/*} ;; *) folder=. ;; esac
  [ -f "$folder/SHA256SUMS" ] || fail "no SHA256SUMS in $folder" "download SHA256SUMS into the folder of $name"
  expected=$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1 }' "$folder/SHA256SUMS")
  [ -n "$expected" ] || fail "SHA256SUMS does not list $name" "download both files from the same release"
  if command -v sha256sum >/dev/null; then
    actual=$(sha256sum <"$archive")
  else
    actual=$(shasum -a 256 <"$archive")
  fi
  [ "${actual%% *}" = "$expected" ] || fail "the checksum of $name is wrong; nothing was installed" "download it again"
}

# The new folder is complete before it takes the place of the old one.
install() {
  mkdir -p "$prefix/bin" "$new/unpacked"
  tar -xzf "$archive" -C "$new/unpacked"
  installed=$("$new"/unpacked/keyturn-*/bin/keyturn --version) ||
    fail "$name does not run on this system; nothing was installed" "on Linux it needs glibc 2.17 or later, not musl"
  remove_links
  [ ! -e "$home" ] || mv "$home" "$new/old"
  if ! mv "$new"/unpacked/keyturn-* "$home"; then
    [ ! -e "$new/old" ] || mv "$new/old" "$home"
    fail "cannot write to $prefix/lib; nothing was changed"
  fi
  cp "$home/bin/keyturn" "$new/launcher"
  mv "$new/launcher" "$prefix/bin/keyturn"
  list_made_folders >"$home/.made-folders"
  shared_files | while IFS= read -r file; do
    mkdir -p "$prefix/${file%/*}"
    ln -sf "$home/$file" "$prefix/$file"
  done
}

# The folders that this and earlier installations created, so that uninstalling removes them.
list_made_folders() {
  [ ! -f "$new/old/.made-folders" ] || cat "$new/old/.made-folders"
  printf '%s\n' "$missing"
  shared_files | while IFS= read -r file; do
    missing_folders "$prefix/${file%/*}"
  done
}

# missing_folders FOLDER: it and those above it that do not exist.
missing_folders() {
  if [ -n "$1" ] && [ ! -d "$1" ]; then
    echo "$1"
    missing_folders "${1%/*}"
  fi
}

remove() {
  remove_links
  made=''
  [ ! -f "$home/.made-folders" ] || made=$(cat "$home/.made-folders")
  rm -rf "$home" "$prefix/bin/keyturn"
  # Folders that something else uses now are kept.
  printf '%s\n' "$made" | remove_empty
}

# The folders that stdin lists and that are empty, the deepest first.
remove_empty() {
  sort -ru | while IFS= read -r folder; do
    rmdir "$folder" 2>/dev/null || :
  done
}

remove_links() {
  shared_files | while IFS= read -r file; do
    rm -f "$prefix/$file"
  done
}

shared_files() {
  [ ! -d "$home/share" ] || (cd "$home" && find share -type f)
}

report() {
  echo "Installed $installed in $prefix"
  case ":$PATH:" in
    *":$prefix/bin:"*) echo "Next: keyturn demo" ;;
    *)
      echo "Next: export PATH=\"$prefix/bin:\$PATH\" && keyturn demo"
      echo "For new terminals: echo 'export PATH=\"$prefix/bin:\$PATH\"' >>$(startup_file)"
      ;;
  esac
}

# The file that the shell of the user reads when it starts.
startup_file() {
  case ${SHELL-} in
    */zsh) echo '~/.zshrc' ;;
    */fish) echo '~/.config/fish/config.fish' ;;
    *) echo '~/.bashrc' ;;
  esac
}

main "$@"

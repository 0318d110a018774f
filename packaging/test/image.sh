# What every image promises: its size, and that it runs wherever it is put.

check_checksums() {
  (cd "$packages" && sha256sum --quiet --check SHA256SUMS)
}

# In MiB: what is downloaded (a draft, which is compressed less, may be larger), and what lies on the disk.
check_sizes() {
  local archive image
  archive=$(only 'keyturn-[0-9]*-linux-x64.tar.gz')
  mkdir "$work/sizes"
  tar -xzf "$archive" -C "$work/sizes"
  image=$(echo "$work"/sizes/keyturn-*)
  echo "packages: MiB: $(mebibytes "$archive") to download," \
    "$(mebibytes "$image") installed, $(mebibytes "$image" --exclude='*.aot') of it without caches"
  at_most 150 "$(mebibytes "$image")" 'the image with caches'
  at_most 75 "$(mebibytes "$image" --exclude='*.aot')" 'the image without caches'
  [ -e "$packages/DRAFT" ] || at_most 40 "$(mebibytes "$archive")" 'the download'
}

mebibytes() {
  local path=$1
  shift
  du -s --block-size=1M --apparent-size "$@" "$path" | cut -f 1
}

at_most() {
  [ "$2" -le "$1" ] || fail "$3 has $2 MiB, more than $1"
}

# Another folder, with blanks in its name, and another user, who owns nothing of it.
check_moved_image() {
  local folder="$work/another place"
  chmod 711 "$work"
  mkdir "$folder"
  tar -xzf "$(only 'keyturn-[0-9]*-linux-x64.tar.gz')" -C "$folder"
  chmod -R a-w "$folder"
  setpriv --reuid=nobody --regid=nogroup --clear-groups env -u KEYTURN_HOME TMPDIR=/tmp \
    bash packaging/test/commands "$(echo "$folder"/keyturn-*)"
  ln -s "$(echo "$folder"/keyturn-*)/bin/keyturn" "$work/link"
  "$work/link" --version
}

check_sandbox() {
  mkdir "$work/sandbox"
  tar -xzf "$(only 'keyturn-sandbox-[0-9]*-linux-x64.tar.gz')" -C "$work/sandbox"
  # Its standard input is closed, so it ends once it is ready.
  KEYTURN_JAVA_OPTIONS=-XX:AOTMode=on "$work"/sandbox/*/bin/keyturn-sandbox --port 0 --output json --until-eof >"$work/ready"
  grep -q '"Url":"http://127.0.0.1:' "$work/ready"
  test -s "$work"/sandbox/*/python/keyturn_sandbox.py
  test -s "$work"/sandbox/*/javascript/keyturn-sandbox.mjs
}

# Archives that are unpacked anywhere, the install script, and the list of checksums.

make_archive() {
  need_image
  archive "$image"
}

make_sandbox() {
  make_sandbox_image
  archive "$sandbox_image"
  cp cli/target/keyturn/sandbox/keyturn-sandbox.jar "$out/keyturn-sandbox-$version.jar"
}

# archive FOLDER: the folder as .tar.gz, on Windows as .zip. The bytes depend on the contents only.
archive() {
  local target=$out/${1##*/}
  if [ "${platform%-*}" = windows ]; then
    "$jdk/bin/jar" --create --no-manifest --date="$built" --file "$target.zip" -C "$work" "${1##*/}"
  else
    archive_names "$work" "${1##*/}" | compress >"$target.tar.gz"
  fi
}

# archive_names FOLDER NAME [TAR-OPTION...]: a tar of FOLDER/NAME. GNU tar, which Homebrew calls gtar.
archive_names() {
  local folder=$1 path=$2
  shift 2
  "$(command -v gtar || command -v tar)" -C "$folder" --format=ustar --sort=name --mtime="$built" \
    --owner=0 --group=0 --numeric-owner "$@" -cf - "$path"
}

make_install_script() {
  fill packaging/install.sh "ADDRESS=$address" "VERSION=$version" >"$out/install.sh"
  chmod +x "$out/install.sh"
}

# Of all files: the packages of several systems come together in one folder before a release.
write_checksums() {
  (
    cd "$out"
    rm -f SHA256SUMS DRAFT
    for file in *; do
      sha256 "$file"
    done >../SHA256SUMS
    mv ../SHA256SUMS .
    [ -z "$draft$without_caches" ] || echo 'Made for tests, not for people.' >DRAFT
  )
  say "$(cd "$out" && ls -l | awk 'NR > 1 { printf "\n  %9d  %s", $5, $NF }')"
}

sha256() {
  if command -v sha256sum >/dev/null; then
    sha256sum "$1"
  else
    shasum -a 256 "$1"
  fi
}

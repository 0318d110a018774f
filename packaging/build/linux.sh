# Packages of Debian's and of Red Hat's kind: one tree of files, placed as the distributions do.

# 0.1.0-SNAPSHOT comes before 0.1.0 for both, written like this.
package_version=${version/-/\~}

make_deb() {
  need_image
  local tree=$work/deb architecture=amd64 compression=(-Zxz)
  [ -z "$draft" ] || compression=(-Zgzip -z1)
  [ "$platform" = linux-x64 ] || architecture=arm64
  make_tree "$tree" zsh/vendor-completions
  mkdir -p "$tree/usr/share/doc/keyturn" "$tree/usr/share/lintian/overrides" "$tree/DEBIAN"
  fill packaging/linux/copyright "HOMEPAGE=$homepage" >"$tree/usr/share/doc/keyturn/copyright"
  gzip -n -9 <CHANGELOG.md >"$tree/usr/share/doc/keyturn/NEWS.gz"
  fill packaging/linux/changelog "VERSION=$package_version" "MAINTAINER=$maintainer" "DATE=$(date -uR -d "$built")" |
    gzip -n -9 >"$tree/usr/share/doc/keyturn/changelog.gz"
  cp packaging/linux/lintian-overrides "$tree/usr/share/lintian/overrides/keyturn"
  (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
  fill packaging/linux/control "VERSION=$package_version" "ARCHITECTURE=$architecture" "MAINTAINER=$maintainer" \
    "HOMEPAGE=$homepage" "KIBIBYTES=$(kibibytes "$tree")" >"$tree/DEBIAN/control"
  set_modes_and_times "$tree"
  SOURCE_DATE_EPOCH=$(date -d "$built" +%s) dpkg-deb --root-owner-group "${compression[@]}" \
    --build "$tree" "$out/keyturn_${package_version}_$architecture.deb" >/dev/null
}

make_rpm() {
  need_image
  local tree=$work/rpm compression=w6.xzdio
  [ -z "$draft" ] || compression=w1.gzdio
  make_tree "$tree/files" zsh/site-functions
  mkdir -p "$tree/files/usr/share/licenses/keyturn"
  mv "$tree"/files/usr/lib/keyturn/{LICENSE,NOTICE} "$tree/files/usr/share/licenses/keyturn"
  set_modes_and_times "$tree/files"
  fill packaging/linux/keyturn.spec "VERSION=$package_version" "MAINTAINER=$maintainer" "HOMEPAGE=$homepage" \
    "FILES=$tree/files" "LIST=$(list_of_files "$tree/files")" >"$tree/keyturn.spec"
  SOURCE_DATE_EPOCH=$(date -d "$built" +%s) rpmbuild -bb --quiet --target "$(uname -m)-linux" \
    --define "_topdir $tree" --define "_rpmdir $tree" --define "_rpmfilename keyturn.rpm" \
    --define "_binary_payload $compression" "$tree/keyturn.spec" >/dev/null
  mv "$tree/keyturn.rpm" "$out/keyturn-$package_version-1.$(uname -m).rpm"
}

# make_tree FOLDER ZSH: the image in usr/lib, the launcher in usr/bin, and what lies in usr/share. ZSH is where this kind
# of distribution has the completions of the Z shell.
make_tree() {
  rm -rf "$1"
  mkdir -p "$1/usr/bin" "$1/usr/lib" "$1/usr/share"
  # Links instead of copies: 100 MiB.
  cp -al "$image" "$1/usr/lib/keyturn"
  rm "$1/usr/lib/keyturn/bin/keyturn.cmd"
  cp "$image/bin/keyturn" "$1/usr/bin"
  if [ -d "$1/usr/lib/keyturn/share" ]; then
    cp -R "$1/usr/lib/keyturn/share/." "$1/usr/share"
    rm -rf "$1/usr/lib/keyturn/share"
    if [ -d "$1/usr/share/zsh/site-functions" ] && [ "$2" != zsh/site-functions ]; then
      mv "$1/usr/share/zsh/site-functions" "$1/usr/share/$2"
    fi
    find "$1/usr/share/man" -type f -exec gzip -n -9 {} + 2>/dev/null || true
  fi
  add_hooks "$1/usr/share/keyturn"
}

# The hook of each shell as a file, so that a new shell starts no program for it.
add_hooks() {
  local shell
  mkdir -p "$1"
  for shell in bash zsh fish; do
    "$image/bin/keyturn" shell init "$shell" | sed "s:'$image/bin/keyturn':/usr/bin/keyturn:" >"$1/hook.$shell"
    grep -q '/usr/bin/keyturn' "$1/hook.$shell" || fail "the hook of $shell does not name the program as expected"
  done
}

set_modes_and_times() {
  chmod -R u=rwX,go=rX "$1"
  find "$1" -exec touch --no-dereference --date="$built" {} +
}

# Files and links, the folders that no other package has, and those of shells that may not be installed.
list_of_files() {
  (
    cd "$1"
    find usr/lib/keyturn usr/share/{keyturn,licenses/keyturn,fish,zsh} -type d -printf '%%dir /%p\n'
    find usr ! -type d -printf '/%p\n'
  ) | LC_ALL=C sort
}

# Two npm packages, written as "npm pack" would and without npm: the command, and the image for this system.

make_npm() {
  need_image
  local os=${platform%-*} folder=$work/npm file libc=
  # macOS has one only.
  [ "$os" != linux ] || libc=$'\n  "libc": ["glibc"],'
  rm -rf "$folder"
  mkdir -p "$folder/keyturn/package" "$folder/system"
  for file in package.json README.md keyturn.js; do
    fill "packaging/npm/keyturn/$file" "VERSION=$version" "HOMEPAGE=$homepage" >"$folder/keyturn/package/$file"
  done
  chmod +x "$folder/keyturn/package/keyturn.js"
  # npm leaves links out; those of the runtime's notices become files. The image is the package: no folder between.
  cp -RL "$image" "$folder/system/package"
  fill packaging/npm/system/package.json "VERSION=$version" "HOMEPAGE=$homepage" "SYSTEM=$platform" \
    "OS=${os/macos/darwin}" "CPU=${platform#*-}" "LIBC=$libc" >"$folder/system/package/package.json"
  archive_names "$folder/keyturn" package | compress >"$out/npm-keyturn-$version.tgz"
  archive_names "$folder/system" package | compress >"$out/npm-keyturn-$platform-$version.tgz"
}
